// See text_place.h.
#include "ideas/text_place.h"

#include <algorithm>

namespace meander {
namespace {

constexpr float kReach = 0.12f;  // world units; the map is 2 wide

float NearnessOf(Point2 a, Point2 b) {
  const float distance = Distance(a, b) / kReach;
  return 1 / (1 + distance * distance);
}

float WeightOf(const Neighbor& neighbor) {
  const float closeness = std::max(neighbor.cosine, 0.f);
  return closeness * closeness * closeness;
}

}  // namespace

std::optional<Point2> PlaceOfText(const IdeaMap& map, std::span<const Neighbor> neighbors) {
  std::optional<Point2> center;
  float most = 0;
  for (const Neighbor& candidate : neighbors) {
    const Point2 at = map.PlaceOf(candidate.item);
    float weight = 0;
    for (const Neighbor& other : neighbors) {
      weight += WeightOf(other) * NearnessOf(at, map.PlaceOf(other.item));
    }
    if (weight > most) {
      most = weight;
      center = at;
    }
  }
  if (!center) return std::nullopt;
  Point2 sum;
  float total = 0;
  for (const Neighbor& neighbor : neighbors) {
    const Point2 at = map.PlaceOf(neighbor.item);
    if (Distance(at, *center) > kReach) continue;
    sum = sum + at * WeightOf(neighbor);
    total += WeightOf(neighbor);
  }
  return total > 0 ? sum * (1 / total) : *center;
}

}  // namespace meander
