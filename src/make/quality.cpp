// See quality.h.
#include "make/quality.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <numeric>
#include <thread>

namespace meander {
namespace {

// Runs `work(item)` for every item, interleaved over the threads.
void ForEach(uint32_t count, int threads, const std::function<void(uint32_t)>& work) {
  std::atomic<uint32_t> next = 0;
  const auto run = [&] {
    for (uint32_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::thread> helpers;
  for (int i = 1; i < threads; ++i) helpers.emplace_back(run);
  run();
  for (std::thread& helper : helpers) helper.join();
}

}  // namespace

std::vector<uint32_t> NearestOnMap(const Positions& positions, uint32_t count, int threads) {
  const uint32_t items = positions.count();
  count = std::min(count, items - 1);
  std::vector<uint32_t> nearest(size_t{items} * count);
  ForEach(items, threads, [&](uint32_t item) {
    std::vector<std::pair<uint64_t, uint32_t>> all;
    all.reserve(items);
    for (uint32_t other = 0; other < items; ++other) {
      if (other == item) continue;
      const int64_t dx = int64_t{positions.codes[2 * other]} - positions.codes[2 * item];
      const int64_t dy = int64_t{positions.codes[2 * other + 1]} - positions.codes[2 * item + 1];
      all.emplace_back(static_cast<uint64_t>(dx * dx + dy * dy), other);
    }
    std::partial_sort(all.begin(), all.begin() + count, all.end());
    for (uint32_t i = 0; i < count; ++i) nearest[size_t{item} * count + i] = all[i].second;
  });
  return nearest;
}

double KnnRecall(const NeighborLists& truth, std::span<const uint32_t> on_map, uint32_t map_count,
                 uint32_t k) {
  const uint32_t items = static_cast<uint32_t>(on_map.size() / map_count);
  k = std::min({k, map_count, truth.per_item});
  uint64_t kept = 0;
  for (uint32_t item = 0; item < items; ++item) {
    const auto near = on_map.subspan(size_t{item} * map_count, k);
    for (const Neighbor& neighbor : truth.Of(item).first(k)) {
      kept += std::find(near.begin(), near.end(), neighbor.item) != near.end();
    }
  }
  return static_cast<double>(kept) / (static_cast<double>(items) * k);
}

double Trustworthiness(std::span<const float> rows, uint32_t dim, std::span<const uint32_t> on_map,
                       uint32_t map_count, uint32_t k, int threads) {
  const uint32_t items = static_cast<uint32_t>(rows.size() / dim);
  std::vector<uint64_t> penalties(items);
  ForEach(items, threads, [&](uint32_t item) {
    const float* own = &rows[size_t{item} * dim];
    std::vector<float> cosines(items);
    for (uint32_t other = 0; other < items; ++other) {
      const float* row = &rows[size_t{other} * dim];
      std::array<float, 8> sums{};
      const uint32_t whole = dim / 8 * 8;
      for (uint32_t i = 0; i < whole; i += 8) {
        for (uint32_t lane = 0; lane < 8; ++lane) sums[lane] += own[i + lane] * row[i + lane];
      }
      for (uint32_t i = whole; i < dim; ++i) sums[i - whole] += own[i] * row[i];
      cosines[other] = std::accumulate(sums.begin(), sums.end(), 0.f);
    }
    for (uint32_t i = 0; i < k; ++i) {
      const uint32_t near = on_map[size_t{item} * map_count + i];
      uint32_t rank = 1;
      for (uint32_t other = 0; other < items; ++other) {
        const bool is_closer =
            cosines[other] > cosines[near] || (cosines[other] == cosines[near] && other < near);
        rank += other != item && is_closer;
      }
      if (rank > k) penalties[item] += rank - k;
    }
  });
  const double n = items, total = static_cast<double>(
                              std::accumulate(penalties.begin(), penalties.end(), uint64_t{0}));
  return 1 - 2 / (n * k * (2 * n - 3.0 * k - 1)) * total;
}

double TopicAccuracy(std::span<const int> topics, std::span<const uint32_t> nearest,
                     uint32_t per_item, uint32_t k) {
  uint64_t right = 0, asked = 0;
  for (size_t item = 0; item < topics.size(); ++item) {
    if (topics[item] < 0) continue;
    std::array<int, 64> votes{};
    int best = -1, seen = 0;
    for (uint32_t i = 0; i < per_item && seen < static_cast<int>(k); ++i) {
      const int topic = topics[nearest[item * per_item + i]];
      if (topic < 0) continue;
      ++seen;
      // A tie stays with the topic that reached the number first.
      if (++votes[static_cast<size_t>(topic)] > (best < 0 ? 0 : votes[static_cast<size_t>(best)]))
        best = topic;
    }
    ++asked;
    right += best == topics[item];
  }
  return asked == 0 ? 0 : static_cast<double>(right) / static_cast<double>(asked);
}

std::vector<float> UnitRows(const VectorTable& table) {
  std::vector<float> rows(table.codes.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    rows[i] = static_cast<float>(table.codes[i]) * table.scales[i / table.dim];
  }
  return rows;
}

MapMeasures MeasureMap(const VectorTable& vectors, const NeighborLists& truth,
                       const Positions& positions, std::span<const int> topics, int threads) {
  constexpr uint32_t kNear = 10, kOnMap = 50;
  const std::vector<uint32_t> on_map = NearestOnMap(positions, kOnMap, threads);
  std::vector<uint32_t> nearest;
  for (const Neighbor& neighbor : truth.flat) nearest.push_back(neighbor.item);
  MapMeasures measures;
  measures.knn_recall_10 = static_cast<float>(KnnRecall(truth, on_map, kOnMap, kNear));
  measures.knn_recall_50 = static_cast<float>(KnnRecall(truth, on_map, kOnMap, kOnMap));
  measures.trustworthiness = static_cast<float>(
      Trustworthiness(UnitRows(vectors), vectors.dim, on_map, kOnMap, kNear, threads));
  measures.topic_accuracy_2d = static_cast<float>(TopicAccuracy(topics, on_map, kOnMap, kNear));
  measures.topic_accuracy_full =
      static_cast<float>(TopicAccuracy(topics, nearest, truth.per_item, kNear));
  return measures;
}

std::vector<uint8_t> TrustOfItems(const NeighborLists& truth, std::span<const uint32_t> on_map,
                                  uint32_t map_count) {
  const size_t items = on_map.size() / map_count;
  std::vector<uint8_t> trust(items);
  for (size_t item = 0; item < items; ++item) {
    const auto near = on_map.subspan(item * map_count, std::min<size_t>(30, map_count));
    const auto ten =
        truth.Of(static_cast<uint32_t>(item)).first(std::min<size_t>(10, truth.per_item));
    for (const Neighbor& neighbor : ten) {
      trust[item] += std::find(near.begin(), near.end(), neighbor.item) != near.end();
    }
  }
  return trust;
}

}  // namespace meander
