// See tour_message.h.
#include "ideas/tour_message.h"

#include <algorithm>

#include "base/json_reader.h"
#include "ideas/state.h"
#include "ideas/tour_file.h"

namespace meander {
namespace {

Json Message(const char* type) {
  Json message;
  message["meander"] = kHostMessageVersion;
  message["type"] = type;
  return message;
}

Effects Tell(const Json& message) { return {TellHostEffect{WriteJson(message)}}; }

// To the stop the host page scrolled to. A reader who has left is not taken back: only the stop
// that "Back to the tour" leads to follows.
Effects HostStop(IdeasState& state, int place) {
  TourPlay& play = state.tour;
  if (!play.tour) {
    play.wanted = std::clamp(place, 0, static_cast<int>(kMostTourStops) - 1);
    return {};
  }
  const int last = static_cast<int>(play.tour->stops.size()) - 1;
  const int stop = std::clamp(place, 0, last);
  if (play.is_on) return stop == play.at ? Effects{} : GoToTourStop(state, stop);
  play.at = stop;
  return {};
}

Effects HostTour(IdeasState& state, const Json& message) {
  const auto tour = JsonObject(message, "tour");
  if (!tour) return TellHostFault(tour.error());
  // A reader who walks by themselves is not taken away.
  const bool is_free = state.is_example || state.journey.is_empty() || state.tour.is_on;
  return TakeTourText(state, WriteJson(**tour), TourSource::kCarried, is_free);
}

}  // namespace

Effects TellHostReady(const IdeasState& state) {
  Json message = Message("ready");
  message["title"] = state.tour.tour ? state.tour.tour->title : std::string();
  message["stops"] = Json::array();
  if (!state.tour.tour) return Tell(message);
  for (const TourStop& stop : state.tour.tour->stops) {
    message["stops"].push_back(state.map.TitleOf(stop.item));
  }
  return Tell(message);
}

Effects TellHostStop(const IdeasState& state) {
  const TourPlay& play = state.tour;
  if (!play.tour || !play.is_on) return {};
  Json message = Message("stop");
  message["stop"] = play.at + 1;
  message["of"] = play.tour->stops.size();
  message["idea"] = state.map.TitleOf(play.tour->stops[static_cast<size_t>(play.at)].item);
  return Tell(message);
}

Effects TellHostFault(const Error& error) {
  Json message = Message("error");
  message["text"] = error.message;
  return Tell(message);
}

Effects TakeHostMessage(IdeasState& state, std::string_view text) {
  if (text.size() > kMostTourFileBytes + 1000) return {};
  const Result<Json> message = ParseJson(text, "This message");
  if (!message || !message->is_object()) return {};
  const auto version = JsonInteger(*message, "meander");
  const auto type = JsonText(*message, "type");
  if (!version || *version != kHostMessageVersion || !type) return {};
  const int place = state.tour.tour ? state.tour.at : std::max(state.tour.wanted, 0);
  if (*type == "stop") {
    const auto stop = JsonInteger(*message, "stop");
    return stop && *stop >= 1 && *stop <= static_cast<int64_t>(kMostTourStops)
               ? HostStop(state, static_cast<int>(*stop) - 1)
               : Effects{};
  }
  if (*type == "next") return HostStop(state, place + 1);
  if (*type == "before") return HostStop(state, place - 1);
  if (!state.map.is_complete()) return {};  // it says "ready" by itself once it is
  if (*type == "ask") {
    Effects effects = TellHostReady(state);
    for (Effect& effect : TellHostStop(state)) effects.push_back(std::move(effect));
    return effects;
  }
  if (*type == "tour") return HostTour(state, *message);
  return {};
}

}  // namespace meander
