// See compare.h.
#include "ideas/compare.h"

#include <algorithm>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/state.h"

namespace meander {
namespace {

std::vector<uint32_t> ItemsOf(const Journey& journey) {
  std::vector<uint32_t> items;
  for (const int stop : MainLine(journey)) {
    items.push_back(journey.stops[static_cast<size_t>(stop)].item);
  }
  return items;
}

Effects PutAway(IdeasState& state) {
  state.other.reset();
  return {};
}

// Theirs becomes the one that is walked, one's own the dotted one.
Effects WalkTheirs(IdeasState& state) {
  if (!state.other) return {};
  std::swap(state.journey, *state.other);
  state.kept.current_id = 0;
  state.is_example = false;
  Effects effects = AskForCurrent(state);
  effects.push_back(SetLinkEffect{true});
  return effects;
}

}  // namespace

Effects Compare(IdeasState& state, Journey other) {
  LeaveTour(state);
  state.other = std::move(other);
  state.dialog = Dialog::kNone;
  Rect bounds = BoundsOf(state, *state.other);
  if (!state.journey.is_empty()) {
    const Rect own = BoundsOf(state, state.journey);
    bounds.low = {std::min(bounds.low.x, own.low.x), std::min(bounds.low.y, own.low.y)};
    bounds.high = {std::max(bounds.high.x, own.high.x), std::max(bounds.high.y, own.high.y)};
  }
  return {FlyToEffect{bounds, false, kBesideJourney}, SayEffect{CompareSentence(state)}};
}

std::vector<SharedStop> SharedStops(const IdeasState& state) {
  std::vector<SharedStop> shared;
  if (!state.other) return shared;
  const std::vector<uint32_t> own = ItemsOf(state.journey), other = ItemsOf(*state.other);
  for (size_t place = 0; place < own.size(); ++place) {
    const auto at = std::ranges::find(other, own[place]);
    const bool is_new = std::ranges::find(shared, own[place], &SharedStop::item) == shared.end();
    if (at == other.end() || !is_new) continue;
    shared.push_back({own[place], static_cast<int>(place), static_cast<int>(at - other.begin())});
  }
  return shared;
}

std::string CompareSentence(const IdeasState& state) {
  const std::vector<SharedStop> shared = SharedStops(state);
  if (state.other && ItemsOf(*state.other) == ItemsOf(state.journey)) {
    return std::string(words::kOtherSame);
  }
  if (shared.empty()) return std::string(words::kOtherNever);
  if (shared.size() == 1) {
    return Fill(words::kOtherOnce, {{"title", state.map.TitleOf(shared[0].item)}});
  }
  return Fill(words::kOtherShared, {{"count", std::to_string(shared.size())},
                                    {"first", state.map.TitleOf(shared.front().item)},
                                    {"last", state.map.TitleOf(shared.back().item)}});
}

Effects ApplyCompare(IdeasState& state, std::string_view action, std::string_view) {
  if (action == "other-away") return PutAway(state);
  if (action == "other-walk") return WalkTheirs(state);
  return {};
}

}  // namespace meander
