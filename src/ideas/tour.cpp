// See tour.h. Messages from and to the host page are in tour_message.cpp.
#include "ideas/tour.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page.h"
#include "ideas/state.h"
#include "ideas/tour_file.h"
#include "ideas/tour_link.h"
#include "ideas/tour_message.h"

namespace meander {
namespace {

Effects Fault(IdeasState& state, const Error& error) {
  state.notice = error.message;
  Effects effects = TellHostFault(error);
  effects.push_back(SayEffect{state.notice});
  return effects;
}

int LastOf(const IdeasState& state) { return static_cast<int>(state.tour.tour->stops.size()) - 1; }

Rect BoxOf(const IdeasState& state, const std::vector<uint32_t>& items) {
  const Point2 first = state.map.PlaceOf(items.front());
  Rect box{first, first};
  for (const uint32_t item : items) {
    const Point2 at = state.map.PlaceOf(item);
    box.low = {std::min(box.low.x, at.x), std::min(box.low.y, at.y)};
    box.high = {std::max(box.high.x, at.x), std::max(box.high.y, at.y)};
  }
  return box;
}

FlyToEffect CameraFor(const IdeasState& state) {
  const auto place = static_cast<size_t>(state.tour.at);
  const TourStop& stop = state.tour.tour->stops[place];
  if (!stop.frame.empty()) return {BoxOf(state, stop.frame), false, kBesideTour};
  if (stop.view) {
    const Point2 half{stop.view->half_side_in_world, stop.view->half_side_in_world};
    return {
        {stop.view->center_in_world - half, stop.view->center_in_world + half}, false, kBesideTour};
  }
  // The first stop shows where the whole of it leads, every other how it was come to.
  if (place == 0) return {BoundsOf(state, state.journey), false, kBesideTour};
  return {BoxOf(state, {state.tour.tour->stops[place - 1].item, stop.item}), false, kBesideTour};
}

// What follows from another stop being the current one.
Effects ShowStop(IdeasState& state, int came_from) {
  TourPlay& play = state.tour;
  state.journey.current = play.at;
  state.replay = {};
  state.grows_whole_line = false;
  state.grow_from_s = play.at == came_from + 1 ? state.now_s : -1;
  Effects effects = AskForCurrent(state);
  const TourStop& stop = play.tour->stops[static_cast<size_t>(play.at)];
  std::string said = Fill(words::kTourMirror, {{"place", std::to_string(play.at + 1)},
                                               {"count", std::to_string(LastOf(state) + 1)},
                                               {"title", state.map.TitleOf(stop.item)}});
  if (!stop.caption.empty()) said += " " + stop.caption;
  effects.push_back(SayEffect{std::move(said)});
  effects.push_back(SetLinkEffect{false});
  effects.push_back(CameraFor(state));
  Append(effects, TellHostStop(state));
  return effects;
}

Effects Enter(IdeasState& state) {
  TourPlay& play = state.tour;
  if (!play.is_on) play.own = state.is_example ? Journey{} : std::move(state.journey);
  play.is_on = true;
  state.is_example = false;
  state.forgotten.reset();
  state.walk.is_open = false;
  state.search.is_open = false;
  state.shows_list = false;
  state.dialog = Dialog::kNone;
  state.tapped = state.cursor = kNoItem;
  state.journey = JourneyOfTour(*play.tour);
  // A phone's sheet is pulled up far enough for the words.
  if (state.sheet == Sheet::kPeek) state.sheet = Sheet::kHalf;
  return ShowStop(state, -2);
}

Effects Ask(IdeasState& state, std::string_view address) {
  if (address.empty()) return {};
  const Result<std::string> file = TourAddress(address);
  if (!file) return Fault(state, file.error());
  state.tour.asked = *file;
  return {FetchFileEffect{*file}};
}

Effects Next(IdeasState& state, std::string_view) {
  return state.tour.tour ? GoToTourStop(state, state.tour.at + 1) : Effects{};
}
Effects Before(IdeasState& state, std::string_view) {
  return state.tour.tour ? GoToTourStop(state, state.tour.at - 1) : Effects{};
}
Effects Go(IdeasState& state, std::string_view argument) {
  int place = -1;
  const auto [end, error] =
      std::from_chars(argument.data(), argument.data() + argument.size(), place);
  if (error != std::errc() || end != argument.data() + argument.size()) return {};
  return GoToTourStop(state, place);
}

Effects Leave(IdeasState& state, std::string_view) {
  if (!state.tour.is_on) return {};
  LeaveTour(state);
  Effects effects = AskForCurrent(state);
  effects.push_back(SetLinkEffect{true});
  effects.push_back(SayEffect{std::string(words::kTourLeft)});
  return effects;
}

Effects Rejoin(IdeasState& state, std::string_view) {
  if (!state.tour.tour || state.tour.is_on) return {};
  Effects effects = GoToTourStop(state, state.tour.at);
  effects.insert(effects.begin(), SetLinkEffect{true});  // Back leads to the line that is left here
  return effects;
}

Effects PutAway(IdeasState& state, std::string_view) {
  if (!state.tour.tour) return {};
  LeaveTour(state);
  state.tour = {};
  Effects effects = AskForCurrent(state);
  effects.push_back(SetLinkEffect{true});
  return effects;
}

// The tour that is on; else the line that the reader went, to be written on.
Effects Save(IdeasState& state, std::string_view) {
  if (state.is_example || state.journey.is_empty()) return {};
  Tour tour{CleanLine(Utf8Prefix(JourneyTitle(state), kMostTourTitleBytes)), {}, {}};
  for (const int stop : MainLine(state.journey)) {
    if (tour.stops.size() == kMostTourStops) break;
    tour.stops.push_back({state.journey.stops[static_cast<size_t>(stop)].item, {}, {}, {}});
  }
  const std::string text = WriteTourFile(state.tour.is_on ? *state.tour.tour : tour, state.map);
  return {SaveFileEffect{"tour.json", "application/json", {text.begin(), text.end()}}};
}

struct Listed {
  std::string_view name;
  Effects (*apply)(IdeasState&, std::string_view);
};
constexpr Listed kActions[] = {
    {"tour-ask", Ask},     {"tour-next", Next},   {"tour-before", Before}, {"tour-go", Go},
    {"tour-leave", Leave}, {"tour-back", Rejoin}, {"tour-away", PutAway},  {"tour-save", Save},
};

// The journey and how the map is looked at; on a tour the reader's own is elsewhere.
std::string OwnPayload(const IdeasState& state) {
  const SharedLook look = LookOf(state);
  const bool is_bare = state.is_example || state.journey.is_empty();
  if (is_bare && look == SharedLook{}) return {};
  return WriteIdeasLink(is_bare ? Journey{} : state.journey, state.shared_view, state.map, look);
}

}  // namespace

Journey JourneyOfTour(const Tour& tour) {
  Journey journey;
  for (const TourStop& stop : tour.stops) {
    const int parent = static_cast<int>(journey.stops.size()) - 1;
    journey.stops.push_back({stop.item, parent, parent < 0 ? 0.f : kUnknownLength});
  }
  journey.current = journey.stops.empty() ? -1 : 0;
  SetName(journey, tour.title);
  return journey;
}

Effects OpenTour(IdeasState& state, Tour tour, TourSource source, bool is_on) {
  TourPlay& play = state.tour;
  if (std::exchange(play.is_on, false)) state.journey = std::exchange(play.own, {});
  const int wanted = std::exchange(play.wanted, -1);
  play.asked.clear();
  play.tour = std::move(tour);
  play.source = source;
  play.at = std::clamp(wanted, 0, LastOf(state));
  Effects effects = TellHostReady(state);
  Append(effects, is_on ? Enter(state) : AskForCurrent(state));
  return effects;
}

void LeaveTour(IdeasState& state) {
  TourPlay& play = state.tour;
  if (!play.is_on) return;
  play.is_on = false;
  state.replay = {};
  state.grow_from_s = -1;
  state.journey = std::exchange(play.own, {});
  if (state.journey.is_empty()) {
    Open(state.journey, play.tour->stops[static_cast<size_t>(play.at)].item, 0);
    state.kept.current_id = 0;
  }
}

Effects GoToTourStop(IdeasState& state, int place) {
  TourPlay& play = state.tour;
  if (!play.tour || place < 0 || place > LastOf(state)) return {};
  const int came_from = play.at;
  play.at = place;
  return play.is_on ? ShowStop(state, came_from) : Enter(state);
}

Effects ApplyTour(IdeasState& state, std::string_view action, std::string_view argument) {
  for (const Listed& listed : kActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return {};
}

Effects TakeTourFile(IdeasState& state, std::string_view address, Result<ByteSpan> bytes) {
  if (state.tour.asked != address || address.empty()) return {};
  if (!bytes) {
    state.tour.asked.clear();
    return Fault(state, {bytes.error().code, std::string(words::kTourNotThere)});
  }
  if (bytes->size() > kMostTourFileBytes) {
    state.tour.asked.clear();
    return Fault(state, {ErrorCode::kCorrupt, std::string(words::kTourTooLarge)});
  }
  state.tour.arrived = AsText(*bytes);
  return state.map.is_complete() ? TakeTourThatWaited(state) : Effects{};
}

Effects TakeTourThatWaited(IdeasState& state) {
  if (state.tour.asked.empty() || state.tour.arrived.empty()) return {};
  state.tour.asked.clear();
  const std::string text = std::exchange(state.tour.arrived, {});
  // Who came with a journey of their own is offered the tour, not put on it.
  const bool has_own = !state.is_example && !state.journey.is_empty() && state.tour.wanted < 0;
  return TakeTourText(state, text, TourSource::kBeside, !has_own);
}

Effects TakeTourText(IdeasState& state, std::string_view text, TourSource source, bool is_on) {
  Result<TourFile> file = ReadTourFile(text, state.map);
  if (!file) return Fault(state, file.error());
  if (file->unknown_stops > 0) {
    state.notice = Fill(file->unknown_stops == 1 ? words::kTourOneUnknown : words::kTourSomeUnknown,
                        {{"count", std::to_string(file->unknown_stops)}});
  }
  return OpenTour(state, std::move(file->tour), source, is_on);
}

std::string PayloadOf(const IdeasState& state) {
  if (!state.map.is_complete()) return {};
  const TourPlay& play = state.tour;
  if (!play.tour) return OwnPayload(state);
  if (!play.is_on && play.source == TourSource::kBeside) return OwnPayload(state);
  TourLink link{play.at, std::nullopt, !play.is_on, {}, 0};
  if (play.source == TourSource::kCarried) link.tour = play.tour;
  if (!play.is_on) link.journey = OwnPayload(state);
  std::string payload = WriteTourLink(link, state.map);
  // Too long to travel: the reader's own journey still does.
  return payload.empty() && !play.is_on ? OwnPayload(state) : payload;
}

std::string ShorterPayloadOf(const IdeasState& state) {
  if (!state.map.is_complete() || state.tour.tour || state.is_example) return {};
  const Journey line = WithoutSideTrips(state.journey);
  if (line.stops.size() == state.journey.stops.size()) return {};
  return WriteIdeasLink(line, state.shared_view, state.map, LookOf(state));
}

Effects TakeTourLink(IdeasState& state, std::string_view payload) {
  Result<TourLink> link = ReadTourLink(payload, state.map);
  if (!link) return Fault(state, link.error());
  TourPlay& play = state.tour;
  Effects effects;
  if (link->tour) {
    if (link->unknown_stops > 0) {
      state.notice =
          Fill(link->unknown_stops == 1 ? words::kTourOneUnknown : words::kTourSomeUnknown,
               {{"count", std::to_string(link->unknown_stops)}});
    }
    const bool is_same = play.tour && *play.tour == *link->tour;
    if (is_same && !link->has_left) return GoToTourStop(state, std::min(link->at, LastOf(state)));
    if (!is_same) {
      play.wanted = link->at;
      effects = OpenTour(state, std::move(*link->tour), TourSource::kCarried, !link->has_left);
    }
    if (link->has_left) Append(effects, TakeLink(state, link->journey));
    return effects;
  }
  if (play.tour) return GoToTourStop(state, std::min(link->at, LastOf(state)));
  play.wanted = link->at;
  if (play.asked.empty()) {
    return Fault(state, {ErrorCode::kNotFound, std::string(words::kTourNotHere)});
  }
  return effects;
}

}  // namespace meander
