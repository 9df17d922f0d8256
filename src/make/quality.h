// How far a map can be trusted: neighbourhood preservation measured over all of its points.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pack/sections.h"
#include "space/point.h"

namespace meander {

// The `count` nearest of each place in the plane, nearest first, ties by smaller item.
std::vector<uint32_t> NearestOnMap(const Positions& positions, uint32_t count, int threads);

// Share of the k true neighbours that are among the k nearest on the map, mean over all items.
double KnnRecall(const NeighborLists& truth, std::span<const uint32_t> on_map, uint32_t map_count,
                 uint32_t k);

// Trustworthiness (Venna and Kaski 2001) at k over all points: 1 − 2/(nk(2n−3k−1)) Σ (r(i,j) − k)
// over map neighbours j that are not true ones, r the rank of j by cosine.
double Trustworthiness(std::span<const float> rows, uint32_t dim, std::span<const uint32_t> on_map,
                       uint32_t map_count, uint32_t k, int threads);

// Share of items with a topic of the source whose k nearest (majority, ties to the nearer) have it.
double TopicAccuracy(std::span<const int> topics, std::span<const uint32_t> nearest,
                     uint32_t per_item, uint32_t k);

// The rows of a table as unit vectors, row-major.
std::vector<float> UnitRows(const VectorTable& table);

// All of it at once, k = 10. `topics`: of the source, -1 where it gave none; truth: 50 an item or
// more, items > 60.
MapMeasures MeasureMap(const VectorTable& vectors, const NeighborLists& truth,
                       const Positions& positions, std::span<const int> topics, int threads);

// Per item: how many of its ten true neighbours are among its thirty nearest on the map.
std::vector<uint8_t> TrustOfItems(const NeighborLists& truth, std::span<const uint32_t> on_map,
                                  uint32_t map_count);

}  // namespace meander
