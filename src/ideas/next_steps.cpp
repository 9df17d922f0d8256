// See next_steps.h.
#include "ideas/next_steps.h"

#include <algorithm>
#include <set>

namespace meander {
namespace {

constexpr size_t kLeapAmong = 25;  // of its neighbours these are close enough for a leap to be true
constexpr float kFarOff = 0.25f;   // an eighth of the map: from here on a stop is elsewhere

}  // namespace

NextSteps NextStepsOf(const IdeasState& state) {
  NextSteps steps;
  if (!state.pane.reply || state.is_example) return steps;
  std::set<uint32_t> read{state.pane.item};
  for (const Stop& stop : state.journey.stops) read.insert(stop.item);
  const Point2 here = state.map.PlaceOf(state.pane.item);
  float farthest = 0, best_share = 0.5f;
  const auto& neighbors = state.pane.reply->neighbors;
  for (const Neighbor& neighbor : neighbors) {
    if (read.contains(neighbor.item) || IsBySpelling(state, neighbor.item)) continue;
    if (!steps.nearest) {
      steps.nearest = neighbor;
      continue;
    }
    const Point2 at = state.map.PlaceOf(neighbor.item);
    for (const Stop& stop : state.journey.stops) {
      const Point2 earlier = state.map.PlaceOf(stop.item);
      const float whole = Distance(here, earlier);
      if (whole < kFarOff || Distance(at, earlier) >= best_share * whole) continue;
      best_share = Distance(at, earlier) / whole;
      steps.bridge = neighbor;
      steps.bridge_to = stop.item;
    }
  }
  for (size_t i = 0; i < std::min(neighbors.size(), kLeapAmong); ++i) {
    const Neighbor& neighbor = neighbors[i];
    const bool is_offered = (steps.nearest && neighbor == *steps.nearest) ||
                            (steps.bridge && neighbor == *steps.bridge);
    const float distance = Distance(here, state.map.PlaceOf(neighbor.item));
    if (read.contains(neighbor.item) || is_offered || distance <= farthest ||
        IsBySpelling(state, neighbor.item)) {
      continue;
    }
    farthest = distance;
    steps.leap = neighbor;
  }
  return steps;
}

}  // namespace meander
