// See place_among.h.
#include "space/place_among.h"

#include <algorithm>

namespace meander {
namespace {

float NearnessOf(Point2 a, Point2 b) {
  const float distance = Distance(a, b) / kReachOfPlace;
  return 1 / (1 + distance * distance);
}

float WeightOf(const PlacedNeighbor& neighbor) {
  const float closeness = std::max(neighbor.cosine, 0.f);
  return closeness * closeness * closeness;
}

}  // namespace

std::optional<Point2> PlaceAmong(std::span<const PlacedNeighbor> neighbors) {
  std::optional<Point2> center;
  float most = 0;
  for (const PlacedNeighbor& candidate : neighbors) {
    float weight = 0;
    for (const PlacedNeighbor& other : neighbors) {
      weight += WeightOf(other) * NearnessOf(candidate.at, other.at);
    }
    if (weight > most) {
      most = weight;
      center = candidate.at;
    }
  }
  if (!center) return std::nullopt;
  Point2 sum;
  float total = 0;
  for (const PlacedNeighbor& neighbor : neighbors) {
    if (Distance(neighbor.at, *center) > kReachOfPlace) continue;
    sum = sum + neighbor.at * WeightOf(neighbor);
    total += WeightOf(neighbor);
  }
  return total > 0 ? sum * (1 / total) : *center;
}

}  // namespace meander
