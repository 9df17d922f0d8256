// See next_steps.h.
#include "ideas/next_steps.h"

#include <algorithm>
#include <set>

namespace meander {
namespace {

// Of its neighbours these are close enough for a leap to be true.
constexpr size_t kLeapAmong = 25;

}  // namespace

NextSteps NextStepsOf(const IdeasState& state) {
  NextSteps steps;
  if (!state.pane.reply || state.is_example) return steps;
  std::set<uint32_t> read{state.pane.item};
  std::set<int> topics{state.map.TopicOf(state.pane.item)};
  for (const Stop& stop : state.journey.stops) {
    read.insert(stop.item);
    topics.insert(state.map.TopicOf(stop.item));
  }
  const int here = state.map.TopicOf(state.pane.item);
  const Point2 at = state.map.PlaceOf(state.pane.item);
  float farthest = -1;
  const auto& neighbors = state.pane.reply->neighbors;
  for (size_t i = 0; i < neighbors.size(); ++i) {
    const Neighbor& neighbor = neighbors[i];
    if (read.contains(neighbor.item)) continue;
    const int topic = state.map.TopicOf(neighbor.item);
    if (!steps.nearest) {
      steps.nearest = neighbor;
    } else if (!steps.bridge && topic != here && topics.contains(topic)) {
      steps.bridge = neighbor;
    } else if (i < kLeapAmong && !topics.contains(topic)) {
      const float distance = Distance(at, state.map.PlaceOf(neighbor.item));
      if (distance > farthest) {
        farthest = distance;
        steps.leap = neighbor;
      }
    }
  }
  return steps;
}

}  // namespace meander
