// See lines_map.h.
#include "make/lines_map.h"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <thread>
#include <utility>

#include "base/rng.h"

namespace meander {
namespace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
constexpr uint32_t kNeighbors = 90;
constexpr Eigen::Index kBlock = 128;
constexpr size_t kNear = 4;
// How much less a neighbour counts for each unit of cosine that it is farther than the nearest.
constexpr float kSharp = 40;
constexpr float kApart = 0.006f;  // world; or lines with the same nearest would lie on each other

struct Near {
  float cosine = -2;
  uint32_t of = 0;
};

// The nearest of `table` to one row of cosines, best first, ties by the earlier.
std::array<Near, kNear> NearestOf(const float* cosines, size_t count) {
  std::array<Near, kNear> best;
  for (size_t i = 0; i < count; ++i) {
    if (cosines[i] <= best.back().cosine) continue;
    size_t at = kNear - 1;
    for (; at > 0 && cosines[i] > best[at - 1].cosine; --at) best[at] = best[at - 1];
    best[at] = {cosines[i], static_cast<uint32_t>(i)};
  }
  return best;
}

Point2 Among(const std::array<Near, kNear>& near, const std::vector<Point2>& places,
             uint64_t seed) {
  Point2 sum;
  float weights = 0;
  for (const Near& each : near) {
    const float weight = std::exp(kSharp * (each.cosine - near[0].cosine));
    sum = sum + places[each.of] * weight;
    weights += weight;
  }
  // Round about where they pull it: as far out as the square root spreads evenly over a disc.
  Rng rng(seed);
  const float reach = kApart * std::sqrt(rng.Unit()), turn = rng.Unit() * 6.2831853f;
  const Point2 place = sum * (1 / weights) + Point2{std::cos(turn), std::sin(turn)} * reach;
  return {std::clamp(place.x, -1.f, 1.f), std::clamp(place.y, -1.f, 1.f)};
}

}  // namespace

Result<std::vector<Point2>> PlaceLines(std::span<const float> rows, uint32_t dim,
                                       uint32_t most_laid_out, const LayoutOptions& options,
                                       int threads, const std::function<bool(double)>& progress) {
  const size_t count = rows.size() / dim;
  const size_t some = std::min<size_t>(most_laid_out, count);
  std::vector<size_t> chosen;
  std::vector<float> table;
  for (size_t i = 0; i < some; ++i) {
    const size_t row = i * count / some;
    chosen.push_back(row);
    const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(row * dim);
    table.insert(table.end(), begin, begin + dim);
  }
  const NeighborLists neighbors = ExactNeighbors(table, dim, kNeighbors, threads);
  TRY(const std::vector<Point2> laid_out,
      LayOut(table, dim, neighbors, options, threads, progress));
  if (some == count) return laid_out;
  std::vector<Point2> places(count);
  const Eigen::Map<const Matrix> all(rows.data(), static_cast<Eigen::Index>(count), dim);
  const Eigen::Map<const Matrix> known(table.data(), static_cast<Eigen::Index>(some), dim);
  const auto work = [&](Eigen::Index first_block) {
    for (Eigen::Index from = first_block * kBlock; from < all.rows(); from += kBlock * threads) {
      const Eigen::Index height = std::min(kBlock, all.rows() - from);
      const Matrix cosines = all.middleRows(from, height) * known.transpose();
      for (Eigen::Index r = 0; r < height; ++r) {
        const auto row = static_cast<size_t>(from + r);
        places[row] = Among(NearestOf(cosines.row(r).data(), some), laid_out, row);
      }
    }
  };
  std::vector<std::thread> helpers;
  for (int i = 1; i < threads; ++i) helpers.emplace_back(work, i);
  work(0);
  for (std::thread& helper : helpers) helper.join();
  for (size_t i = 0; i < some; ++i) places[chosen[i]] = laid_out[i];
  return places;
}

}  // namespace meander
