// See clusters.h.
#include "make/clusters.h"

#include <algorithm>

#include "base/rng.h"

namespace meander {

std::vector<Cluster> ClusterPlaces(std::span<const Point2> places, size_t k, uint64_t seed) {
  Rng rng(seed);
  std::vector<Point2> centers{places[rng.Below(static_cast<uint32_t>(places.size()))]};
  std::vector<float> squared(places.size(), 1e9f);
  while (centers.size() < std::min(k, places.size())) {
    double total = 0;
    for (size_t i = 0; i < places.size(); ++i) {
      const Point2 away = places[i] - centers.back();
      squared[i] = std::min(squared[i], Dot(away, away));
      total += squared[i];
    }
    double wanted = total * rng.Unit();
    size_t chosen = 0;
    while (chosen + 1 < places.size() && (wanted -= squared[chosen]) > 0) ++chosen;
    centers.push_back(places[chosen]);
  }
  std::vector<Cluster> clusters(centers.size());
  for (int round = 0; round < 30; ++round) {
    for (size_t c = 0; c < centers.size(); ++c) clusters[c] = {centers[c], {}};
    for (uint32_t i = 0; i < places.size(); ++i) {
      size_t best = 0;
      for (size_t c = 1; c < centers.size(); ++c) {
        if (Distance(places[i], centers[c]) < Distance(places[i], centers[best])) best = c;
      }
      clusters[best].items.push_back(i);
    }
    for (size_t c = 0; c < centers.size(); ++c) {
      if (clusters[c].items.empty()) continue;
      Point2 sum;
      for (const uint32_t item : clusters[c].items) sum = sum + places[item];
      centers[c] = sum * (1.f / static_cast<float>(clusters[c].items.size()));
    }
  }
  return clusters;
}

uint32_t MedoidOf(const Cluster& cluster, std::span<const Point2> places) {
  uint32_t best = cluster.items.front();
  for (const uint32_t item : cluster.items) {
    if (Distance(places[item], cluster.center) < Distance(places[best], cluster.center))
      best = item;
  }
  return best;
}

}  // namespace meander
