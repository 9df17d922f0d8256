// See layout.h.
#include "make/layout.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <qdtsne/qdtsne.hpp>
#include <thread>

#include "base/rng.h"

namespace meander {
namespace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
constexpr Eigen::Index kBlock = 128;

bool IsBetter(const Neighbor& a, const Neighbor& b) {
  return a.cosine != b.cosine ? a.cosine > b.cosine : a.item < b.item;
}

// The first two principal components of the centred rows, by orthogonal iteration on the
// covariance: deterministic start, fixed number of rounds.
Matrix PrincipalPlane(const Matrix& rows) {
  const Eigen::RowVectorXf mean = rows.colwise().mean();
  const Matrix centred = rows.rowwise() - mean;
  const Eigen::MatrixXf covariance = centred.transpose() * centred;
  Eigen::MatrixXf axes(rows.cols(), 2);
  for (Eigen::Index i = 0; i < rows.cols(); ++i) {
    axes(i, 0) = std::cos(static_cast<float>(i));
    axes(i, 1) = std::sin(static_cast<float>(3 * i));
  }
  for (int round = 0; round < 60; ++round) {
    axes = covariance * axes;
    axes.col(0).normalize();
    axes.col(1) -= axes.col(0) * axes.col(0).dot(axes.col(1));
    axes.col(1).normalize();
  }
  // Signs are free; the larger half of the weight points up.
  for (int axis = 0; axis < 2; ++axis) {
    if (axes.col(axis).sum() < 0) axes.col(axis) = -axes.col(axis);
  }
  return centred * axes;
}

// A mirrored map is as true as the other: of the four ways the one is taken whose lower left
// corner, where the journey's card lies, is emptiest.
void FlipToQuietCorner(Point2 middle, std::vector<Point2>& places) {
  float reach = 0;
  for (const Point2 place : places) reach = std::max(reach, Length(place - middle));
  Point2 best{1, 1};
  size_t fewest = places.size() + 1;
  for (const Point2 flip : {Point2{1, 1}, Point2{-1, 1}, Point2{1, -1}, Point2{-1, -1}}) {
    const auto is_in_corner = [&](Point2 place) {
      const Point2 from = place - middle;
      return from.x * flip.x < -0.2f * reach && from.y * flip.y < -0.45f * reach;
    };
    const auto count =
        static_cast<size_t>(std::count_if(places.begin(), places.end(), is_in_corner));
    if (count < fewest) {
      fewest = count;
      best = flip;
    }
  }
  for (Point2& place : places) {
    const Point2 from = place - middle;
    place = {middle.x + from.x * best.x, middle.y + from.y * best.y};
  }
}

// Turned so that the map is wider than high, centred, scaled into the frame.
std::vector<Point2> Framed(const std::vector<float>& coordinates) {
  const size_t count = coordinates.size() / 2;
  double mean_x = 0, mean_y = 0;
  for (size_t i = 0; i < count; ++i) {
    mean_x += coordinates[2 * i];
    mean_y += coordinates[2 * i + 1];
  }
  mean_x /= static_cast<double>(count);
  mean_y /= static_cast<double>(count);
  double xx = 0, xy = 0, yy = 0;
  for (size_t i = 0; i < count; ++i) {
    const double x = coordinates[2 * i] - mean_x, y = coordinates[2 * i + 1] - mean_y;
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const double angle = 0.5 * std::atan2(2 * xy, xx - yy);
  const double c = std::cos(angle), s = std::sin(angle);
  std::vector<Point2> places(count);
  Rect box{{1e9f, 1e9f}, {-1e9f, -1e9f}};
  for (size_t i = 0; i < count; ++i) {
    const double x = coordinates[2 * i] - mean_x, y = coordinates[2 * i + 1] - mean_y;
    places[i] = {static_cast<float>(c * x + s * y), static_cast<float>(c * y - s * x)};
    box.low = {std::min(box.low.x, places[i].x), std::min(box.low.y, places[i].y)};
    box.high = {std::max(box.high.x, places[i].x), std::max(box.high.y, places[i].y)};
  }
  const Point2 middle = (box.low + box.high) * 0.5f;
  FlipToQuietCorner(middle, places);
  const float scale = 1.92f / std::max({box.width(), box.height(), 1e-6f});
  for (Point2& place : places) place = (place - middle) * scale;
  return places;
}

using Near = qdtsne::NeighborList<int, float>;

Near DistancesOf(const NeighborLists& neighbors, size_t count) {
  Near lists(count);
  for (uint32_t i = 0; i < count; ++i) {
    for (const Neighbor& neighbor : neighbors.Of(i)) {
      // Distance between unit vectors.
      lists[i].emplace_back(static_cast<int>(neighbor.item),
                            std::sqrt(std::max(0.f, 2 - 2 * neighbor.cosine)));
    }
  }
  return lists;
}

// From `coordinates` on, as `settings` say; `before` iterations are done and `all` are to be, for
// `progress`.
Result<void> Iterate(const Near& lists, const qdtsne::Options& settings, int before, int all,
                     const std::function<bool(double)>& progress, std::vector<float>& coordinates) {
  auto status = qdtsne::initialize<2, int, float>(lists, settings);
  for (int done = 0; done < settings.max_iterations;) {
    done = std::min(done + 10, settings.max_iterations);
    status.run(coordinates.data(), done);
    if (progress && !progress(static_cast<double>(before + done) / all)) {
      return Fail(ErrorCode::kCancelled, "Stopped.");
    }
  }
  return {};
}

}  // namespace

NeighborLists ExactNeighbors(std::span<const float> rows, uint32_t dim, uint32_t count,
                             int threads) {
  const auto items = static_cast<Eigen::Index>(rows.size() / dim);
  const Eigen::Map<const Matrix> table(rows.data(), items, dim);
  NeighborLists lists;
  lists.per_item = static_cast<uint32_t>(std::min<Eigen::Index>(count, items - 1));
  lists.flat.resize(static_cast<size_t>(items) * lists.per_item);
  const auto work = [&](Eigen::Index first_block) {
    std::vector<Neighbor> all(static_cast<size_t>(items));
    for (Eigen::Index from = first_block * kBlock; from < items; from += kBlock * threads) {
      const Eigen::Index height = std::min(kBlock, items - from);
      const Matrix cosines = table.middleRows(from, height) * table.transpose();
      for (Eigen::Index r = 0; r < height; ++r) {
        for (Eigen::Index i = 0; i < items; ++i) {
          all[static_cast<size_t>(i)] = {static_cast<uint32_t>(i), cosines(r, i)};
        }
        all[static_cast<size_t>(from + r)].cosine = -2;
        const auto end = all.begin() + lists.per_item;
        std::nth_element(all.begin(), end, all.end(), IsBetter);
        std::sort(all.begin(), end, IsBetter);
        std::copy(all.begin(), end, lists.flat.begin() + (from + r) * lists.per_item);
      }
    }
  };
  std::vector<std::thread> helpers;
  for (int i = 1; i < threads; ++i) helpers.emplace_back(work, i);
  work(0);
  for (std::thread& helper : helpers) helper.join();
  return lists;
}

Result<std::vector<Point2>> LayOut(std::span<const float> rows, uint32_t dim,
                                   const NeighborLists& neighbors, const LayoutOptions& options,
                                   int threads, const std::function<bool(double)>& progress) {
  const size_t count = rows.size() / dim;
  const Eigen::Map<const Matrix> table(rows.data(), static_cast<Eigen::Index>(count), dim);
  const Matrix plane = PrincipalPlane(table);
  const float spread = std::sqrt(plane.col(0).squaredNorm() / static_cast<float>(count));
  std::vector<float> coordinates(2 * count);
  Rng rng(options.seed);
  for (size_t i = 0; i < count; ++i) {
    for (size_t axis = 0; axis < 2; ++axis) {
      const float jitter = options.seed == 1 ? 0.f : (rng.Unit() - 0.5f) * 1e-4f;
      const float start = plane(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(axis));
      coordinates[2 * i + axis] = start / spread * 1e-4f + jitter;
    }
  }
  const Near lists = DistancesOf(neighbors, count);
  qdtsne::Options settings;
  settings.perplexity = std::min(options.perplexity, static_cast<double>(neighbors.per_item) / 3);
  settings.infer_perplexity = false;
  settings.eta = std::max(200.0, static_cast<double>(count) / 12);
  settings.early_exaggeration_iterations = options.early_iterations;
  settings.momentum_switch_iterations = options.early_iterations;
  settings.max_iterations = options.iterations;
  settings.num_threads = threads;
  const int all = options.iterations + options.late_iterations;
  TRY_VOID(Iterate(lists, settings, 0, all, progress, coordinates));
  if (options.late_iterations > 0) {
    // The library exaggerates early only: to it this is the early phase of a run of its own.
    settings.exaggeration_factor = options.late_exaggeration;
    settings.early_exaggeration_iterations = options.late_iterations;
    settings.momentum_switch_iterations = 0;
    settings.max_iterations = options.late_iterations;
    TRY_VOID(Iterate(lists, settings, options.iterations, all, progress, coordinates));
  }
  return Framed(coordinates);
}

}  // namespace meander
