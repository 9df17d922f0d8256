// Items that lie together on a map.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "space/point.h"

namespace meander {

struct Cluster {
  Point2 center;
  std::vector<uint32_t> items;
};

// Lloyd's algorithm from a k-means++ start (Arthur and Vassilvitskii 2007).
std::vector<Cluster> ClusterPlaces(std::span<const Point2> places, size_t k, uint64_t seed);
// The member nearest to the middle of those that lie closest together.
uint32_t MedoidOf(const Cluster& cluster, std::span<const Point2> places);

}  // namespace meander
