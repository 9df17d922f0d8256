// See how_measures.h.
#include "cli/how_measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/rng.h"
#include "make/layout.h"
#include "make/quality.h"
#include "pack/place_code.h"

namespace meander {
namespace {

constexpr uint32_t kTen = 10;
constexpr uint64_t kShuffleSeed = 7;

}  // namespace

LayoutMeasures MeasureLayout(const OpenedPack& pack, const std::vector<float>& rows,
                             const Positions& positions, int threads) {
  const std::vector<uint32_t> on_map = NearestOnMap(positions, kTen, threads);
  return {Trustworthiness(rows, pack.vectors.dim, on_map, kTen, kTen, threads),
          KnnRecall(pack.neighbors, on_map, kTen, kTen)};
}

Positions Shuffled(const Positions& positions) {
  std::vector<uint32_t> order(positions.count());
  std::iota(order.begin(), order.end(), 0);
  Rng rng(kShuffleSeed);
  for (size_t i = order.size(); i > 1; --i) {
    std::swap(order[i - 1], order[rng.Below(static_cast<uint32_t>(i))]);
  }
  Positions shuffled;
  for (const uint32_t item : order) {
    shuffled.codes.push_back(positions.codes[2 * item]);
    shuffled.codes.push_back(positions.codes[2 * item + 1]);
  }
  return shuffled;
}

Positions PlainPositions(const std::vector<float>& rows, uint32_t dim) {
  return PositionsOf(PlainShadow(rows, dim));
}

std::vector<NearOne> TenOf(const OpenedPack& pack, const std::vector<uint32_t>& on_map,
                           uint32_t map_count, uint32_t item) {
  const auto row = on_map.begin() + static_cast<ptrdiff_t>(size_t{item} * map_count);
  std::vector<NearOne> ten;
  for (const Neighbor& neighbor : pack.neighbors.Of(item).first(kTen)) {
    ten.push_back(
        {neighbor.item, neighbor.cosine, std::find(row, row + kTen, neighbor.item) != row + kTen});
  }
  return ten;
}

std::vector<TopicMeasures> MeasureTopics(const OpenedPack& pack,
                                         const std::vector<uint32_t>& on_map, uint32_t map_count) {
  const uint32_t items = pack.head.item_count;
  std::vector<int> topics;
  int most = 0;
  for (uint32_t item = 0; item < items; ++item) {
    topics.push_back(pack.topics.Inferred(item) ? -1 : pack.topics.Of(item));
    most = std::max(most, topics.back());
  }
  std::vector<TopicMeasures> measured(static_cast<size_t>(most) + 1);
  for (uint32_t item = 0; item < items; ++item) {
    if (topics[item] < 0) continue;
    TopicMeasures& of = measured[static_cast<size_t>(topics[item])];
    ++of.items;
    for (const NearOne& one : TenOf(pack, on_map, map_count, item)) of.recall += one.is_near;
    // As TopicAccuracy asks it, of this one item.
    std::vector<int> votes(measured.size());
    int best = -1;
    uint32_t seen = 0;
    for (uint32_t i = 0; i < map_count && seen < kTen; ++i) {
      const int topic = topics[on_map[size_t{item} * map_count + i]];
      if (topic < 0) continue;
      ++seen;
      const int count = ++votes[static_cast<size_t>(topic)];
      if (best < 0 || count > votes[static_cast<size_t>(best)]) best = topic;
    }
    of.among_its_own += best == topics[item];
  }
  for (TopicMeasures& of : measured) {
    const double count = std::max(of.items, 1u);
    of.recall /= kTen * count;
    of.among_its_own /= count;
  }
  return measured;
}

SpellingCase FindSpellingCase(const OpenedPack& pack) {
  SpellingCase best;
  float best_closeness = -1;
  for (uint32_t item = 0; item < pack.head.item_count; ++item) {
    std::vector<Neighbor> alike;
    for (const Neighbor& other : pack.neighbors.Of(item)) {
      if (alike.size() == 2) break;
      if (SpellingLeft(pack.spelling, item, other.item)) alike.push_back(other);
    }
    // Two make a case; where nothing else has two, one does.
    const float closeness =
        alike.empty() ? -1 : alike.back().cosine + (alike.size() == 2 ? 1.f : 0.f);
    if (closeness <= best_closeness) continue;
    best_closeness = closeness;
    best = {item, std::move(alike)};
  }
  return best;
}

}  // namespace meander
