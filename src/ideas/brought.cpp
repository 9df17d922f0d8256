// See brought.h.
#include "ideas/brought.h"

#include <algorithm>
#include <utility>

#include "canvas/link.h"
#include "canvas/words.h"
#include "ideas/state.h"
#include "ideas/tour_file.h"
#include "ideas/tour_link.h"
#include "ideas/tour_message.h"

namespace meander {
namespace {

bool HasOwn(const IdeasState& state) {
  const Journey& own = state.tour.is_on ? state.tour.own : state.journey;
  return !own.is_empty() && !(state.is_example && !state.tour.is_on);
}

// The reader is asked; nothing has changed yet.
Effects Ask(IdeasState& state, Journey journey) {
  state.second = std::move(journey);
  state.dialog = Dialog::kSecond;
  return {};
}

bool IsPartOf(const Journey& part, const Journey& whole) {
  const auto is_same = [](const Stop& a, const Stop& b) {
    return a.item == b.item && a.parent == b.parent;
  };
  return part.stops.size() <= whole.stops.size() &&
         std::equal(part.stops.begin(), part.stops.end(), whole.stops.begin(), is_same);
}

Effects Take(IdeasState& state, std::string_view text) {
  if (text.empty()) return {};
  if (auto tour = TakeTourIn(state, text)) return std::move(*tour);
  Result<Journey> journey = JourneyIn(state, text);
  if (!journey) {
    // A link that is broken says so itself; of anything else there is no more to say than this.
    const bool is_link = text.find('#') != text.npos;
    state.notice = is_link ? journey.error().message : std::string(words::kBroughtNothing);
    return {SayEffect{state.notice}};
  }
  return HasOwn(state) ? Ask(state, std::move(*journey))
                       : TakeJourney(state, std::move(*journey), 0);
}

// The address is one's own again, whatever was typed into it.
Effects Settle(IdeasState& state, Effects effects) {
  state.second.reset();
  state.dialog = Dialog::kNone;
  effects.push_back(SetLinkEffect{false});
  return effects;
}

Effects Over(IdeasState& state, std::string_view) {
  if (!state.second) return {};
  Journey journey = std::move(*state.second);
  return Settle(state, Compare(state, std::move(journey)));
}
Effects OpenIt(IdeasState& state, std::string_view) {
  if (!state.second) return {};
  Journey journey = std::move(*state.second);
  state.second.reset();
  return TakeJourney(state, std::move(journey), 0);
}
Effects Leave(IdeasState& state, std::string_view) {
  return state.second ? Settle(state, {}) : Effects{};
}

struct Listed {
  std::string_view name;
  Effects (*apply)(IdeasState&, std::string_view);
};
constexpr Listed kActions[] = {
    {"brought", Take},
    {"second-over", Over},
    {"second-open", OpenIt},
    {"second-leave", Leave},
};

}  // namespace

std::optional<Effects> TakeTourIn(IdeasState& state, std::string_view text) {
  if (text.size() > kMostPasted) return std::nullopt;
  if (LooksLikeTourFile(text)) {
    state.dialog = Dialog::kNone;
    state.kept.pasted.clear();
    return TakeTourText(state, text, TourSource::kCarried, true);
  }
  const size_t hash = text.find('#');
  const Result<DecodedLink> link = DecodeLink(hash == text.npos ? text : text.substr(hash));
  if (!link || link->room != "ideas" || !IsTourLink(link->payload)) return std::nullopt;
  state.dialog = Dialog::kNone;
  state.kept.pasted.clear();
  return TakeTourLink(state, link->payload);
}

Effects ApplyBrought(IdeasState& state, std::string_view action, std::string_view argument) {
  for (const Listed& listed : kActions) {
    if (listed.name == action) return listed.apply(state, argument);
  }
  return {};
}

Effects TakeLinkFromElsewhere(IdeasState& state, std::string_view payload) {
  if (!state.map.is_complete() || !HasOwn(state) || IsTourLink(payload)) {
    return TakeLink(state, payload);
  }
  Result<IdeasLink> link = ReadIdeasLink(payload, state.map);
  // A broken one is told as ever; an earlier or a later state of this very journey is no second
  // one.
  const Journey& own = state.tour.is_on ? state.tour.own : state.journey;
  if (!link || link->journey.is_empty() || IsPartOf(link->journey, own) ||
      IsPartOf(own, link->journey)) {
    return TakeLink(state, payload);
  }
  return Ask(state, std::move(link->journey));
}

}  // namespace meander
