// See map_shift.h.
#include "ideas/map_shift.h"

#include <algorithm>

#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/state.h"

namespace meander {
namespace {

constexpr double kShift_s = 1.2;

// The journey where it lies now and where it goes, so that it stays in sight all the way.
Rect JourneyOnBoth(const IdeasState& state) {
  if (state.journey.is_empty()) return state.map.bounds();
  Rect bounds{{1e9f, 1e9f}, {-1e9f, -1e9f}};
  for (const Stop& stop : state.journey.stops) {
    for (const MapLayout layout : {MapLayout::kOneLand, MapLayout::kIslands}) {
      const Point2 at = state.map.PlaceOn(layout, stop.item);
      bounds.low = {std::min(bounds.low.x, at.x), std::min(bounds.low.y, at.y)};
      bounds.high = {std::max(bounds.high.x, at.x), std::max(bounds.high.y, at.y)};
    }
  }
  return bounds;
}

float WayOf(MapLayout layout) { return layout == MapLayout::kIslands ? 1.f : 0.f; }

Effects Begin(IdeasState& state) {
  if (state.shift.cuts) {
    state.shift.way = WayOf(state.shift.wanted);
    state.map.GoOver(state.shift.way);
    return {};
  }
  state.shift.last_s = state.now_s;
  Effects effects{FlyToEffect{JourneyOnBoth(state), true}};
  std::string sentence = ShiftSentence(state);
  if (sentence.empty()) sentence = words::kKeyOtherMap;
  effects.push_back(SayEffect{std::move(sentence)});
  return effects;
}

}  // namespace

bool HasIslands(const IdeasState& state) { return state.head.Find(kIslands) != nullptr; }

Effects WantLayout(IdeasState& state, MapLayout layout, bool cuts) {
  if (layout == state.shift.wanted || !HasIslands(state)) return {};
  state.shift.wanted = layout;
  state.shift.cuts = cuts;
  if (state.map.has_islands()) return Begin(state);
  if (state.shift.is_waiting) return {};
  if (layout == MapLayout::kOneLand) return {};
  state.shift.is_waiting = true;
  Effects effects;
  for (const ChunkRef& chunk : state.head.Find(kIslands)->chunks) {
    effects.push_back(FetchEffect{std::string(kIslands), chunk.first_item});
  }
  return effects;
}

Effects TakeIslands(IdeasState& state, const ChunkRef& chunk, Result<ByteSpan> bytes) {
  const Result<void> taken = bytes ? state.map.Take(kIslands, chunk, *bytes)
                                   : Result<void>(std::unexpected(bytes.error()));
  if (!taken) {
    state.shift.is_waiting = false;
    state.shift.wanted = MapLayout::kOneLand;
    state.notice = taken.error().message;
    return {SayEffect{state.notice}};
  }
  if (!state.map.has_islands() || !state.shift.is_waiting) return {};
  state.shift.is_waiting = false;
  // In the meantime the reader may have gone back to the first.
  return state.shift.wanted == MapLayout::kIslands ? Begin(state) : Effects{};
}

bool AdvanceShift(IdeasState& state, double now_s, bool reduced_motion) {
  MapShift& shift = state.shift;
  if (shift.last_s < 0) return false;
  const float end = WayOf(shift.wanted);
  const auto step = static_cast<float>(std::max(now_s - shift.last_s, 0.0) / kShift_s);
  shift.way = reduced_motion    ? end
              : end > shift.way ? std::min(shift.way + step, end)
                                : std::max(shift.way - step, end);
  shift.last_s = shift.way == end ? -1 : now_s;
  state.map.GoOver(shift.way * shift.way * (3 - 2 * shift.way));
  return shift.last_s >= 0;
}

std::string ShiftSentence(const IdeasState& state) {
  if (state.pane.item == kNoItem || !state.map.has_islands()) return {};
  const bool on_islands = state.shift.wanted == MapLayout::kIslands;
  const auto kept = [&](bool islands) {
    const MapLayout layout = islands ? MapLayout::kIslands : MapLayout::kOneLand;
    return std::to_string(state.map.TrustOn(layout, state.pane.item));
  };
  return Fill(words::kKeyShifted, {{"title", state.map.TitleOf(state.pane.item)},
                                   {"here", kept(on_islands)},
                                   {"there", kept(!on_islands)}});
}

}  // namespace meander
