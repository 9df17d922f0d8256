// See lines_book.h.
#include "make/lines_book.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <iterator>
#include <mutex>
#include <numeric>
#include <thread>

#include "base/rng.h"
#include "make/algebra.h"

namespace meander {
namespace {

// Calls work(i) for every i in [0, count), on `threads` threads.
template <class Work>
void ForEach(size_t count, int threads, const Work& work) {
  std::atomic<size_t> next = 0;
  const auto run = [&] {
    for (size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::thread> helpers;
  for (int i = 1; i < threads; ++i) helpers.emplace_back(run);
  run();
  for (std::thread& helper : helpers) helper.join();
}

std::vector<float> MeanOf(std::span<const float> rows, uint32_t dim) {
  std::vector<double> sums(dim);
  for (size_t i = 0; i < rows.size(); ++i) sums[i % dim] += rows[i];
  std::vector<float> mean(dim);
  const double count = static_cast<double>(rows.size() / dim);
  for (uint32_t i = 0; i < dim; ++i) mean[i] = static_cast<float>(sums[i] / count);
  return mean;
}

// Which principal component goes where: the strongest left goes to the part with room whose product
// of variances is least so far.
std::vector<uint32_t> SharedOut(std::span<const double> variances, uint32_t parts) {
  const auto dim = static_cast<uint32_t>(variances.size());
  std::vector<double> log_product(parts, 0);
  std::vector<std::vector<uint32_t>> members(parts);
  for (uint32_t component = 0; component < dim; ++component) {
    uint32_t best = parts;
    for (uint32_t part = 0; part < parts; ++part) {
      const bool has_room = members[part].size() < dim / parts;
      if (has_room && (best == parts || log_product[part] < log_product[best])) best = part;
    }
    members[best].push_back(component);
    log_product[best] += std::log(std::max(variances[component], 1e-12) / 1e-12);
  }
  std::vector<uint32_t> order;
  for (const auto& part : members) order.insert(order.end(), part.begin(), part.end());
  return order;
}

// The rotation, in eight bits a number.
void SetRotation(CodeBook& book, std::span<const float> centred) {
  const uint32_t dim = book.dim;
  std::vector<double> covariance(size_t{dim} * dim);
  for (size_t row = 0; row < centred.size(); row += dim) {
    for (uint32_t a = 0; a < dim; ++a) {
      const double value = centred[row + a];
      for (uint32_t b = 0; b <= a; ++b) covariance[size_t{a} * dim + b] += value * centred[row + b];
    }
  }
  for (uint32_t a = 0; a < dim; ++a) {
    for (uint32_t b = a + 1; b < dim; ++b)
      covariance[size_t{a} * dim + b] = covariance[size_t{b} * dim + a];
  }
  const EigenPairs pairs = AllEigenPairs(covariance, dim);
  for (const uint32_t component : SharedOut(pairs.values, book.parts)) {
    const std::span<const float> axis =
        std::span(pairs.vectors).subspan(size_t{component} * dim, dim);
    float largest = 1e-9f;
    for (const float value : axis) largest = std::max(largest, std::abs(value));
    book.turn_scales.push_back(largest / 127);
    for (const float value : axis) {
      book.turn_codes.push_back(static_cast<int8_t>(std::lround(value / largest * 127)));
    }
  }
}

// Centroids as columns: a point is compared with all of them in one sweep.
class Columns {
 public:
  explicit Columns(uint32_t part_dim)
      : part_dim_(part_dim), values_(size_t{part_dim} * kCentroids) {}
  void Set(uint32_t centroid, std::span<const float> point) {
    for (uint32_t i = 0; i < part_dim_; ++i) values_[i * kCentroids + centroid] = point[i];
  }
  float At(uint32_t centroid, uint32_t i) const { return values_[i * kCentroids + centroid]; }
  uint32_t Nearest(const float* point) const {
    float distances[kCentroids] = {};
    for (uint32_t i = 0; i < part_dim_; ++i) {
      const float* row = values_.data() + size_t{i} * kCentroids;
      for (uint32_t c = 0; c < kCentroids; ++c) {
        const float apart = point[i] - row[c];
        distances[c] += apart * apart;
      }
    }
    return static_cast<uint32_t>(std::min_element(distances, distances + kCentroids) - distances);
  }

 private:
  uint32_t part_dim_;
  std::vector<float> values_;
};

// Lloyd's algorithm; an empty centroid takes a point by chance.
Columns Cluster(std::span<const float> points, uint32_t part_dim, int rounds, uint64_t seed) {
  const auto count = static_cast<uint32_t>(points.size() / part_dim);
  Rng rng(seed);
  Columns columns(part_dim);
  const auto point = [&](uint32_t i) { return points.subspan(size_t{i} * part_dim, part_dim); };
  for (uint32_t c = 0; c < kCentroids; ++c) columns.Set(c, point(rng.Below(count)));
  for (int round = 0; round < rounds; ++round) {
    std::vector<double> sums(size_t{kCentroids} * part_dim);
    std::vector<uint32_t> sizes(kCentroids);
    for (uint32_t i = 0; i < count; ++i) {
      const uint32_t nearest = columns.Nearest(point(i).data());
      sizes[nearest] += 1;
      for (uint32_t k = 0; k < part_dim; ++k) sums[nearest * part_dim + k] += point(i)[k];
    }
    std::vector<float> middle(part_dim);
    for (uint32_t c = 0; c < kCentroids; ++c) {
      if (sizes[c] == 0) {
        columns.Set(c, point(rng.Below(count)));
        continue;
      }
      for (uint32_t k = 0; k < part_dim; ++k) {
        middle[k] = static_cast<float>(sums[c * part_dim + k] / sizes[c]);
      }
      columns.Set(c, middle);
    }
  }
  return columns;
}

void SetCentroids(CodeBook& book, uint32_t part, const Columns& columns) {
  const uint32_t part_dim = book.part_dim();
  float largest = 1e-6f;
  for (uint32_t c = 0; c < kCentroids; ++c) {
    for (uint32_t i = 0; i < part_dim; ++i) largest = std::max(largest, std::abs(columns.At(c, i)));
  }
  book.scales[part] = largest / 127;
  for (uint32_t c = 0; c < kCentroids; ++c) {
    for (uint32_t i = 0; i < part_dim; ++i) {
      book.centroids[(size_t{part} * kCentroids + c) * part_dim + i] =
          static_cast<int8_t>(std::lround(columns.At(c, i) / largest * 127));
    }
  }
}

std::vector<float> CentredRows(const CodeBook& book, std::span<const float> rows, uint32_t most) {
  const size_t count = rows.size() / book.dim, taken = std::min<size_t>(count, most);
  std::vector<float> centred;
  centred.reserve(taken * book.dim);
  for (size_t i = 0; i < taken; ++i) {
    const auto row = CentredRow(book, rows.subspan(i * count / taken * book.dim, book.dim));
    centred.insert(centred.end(), row.begin(), row.end());
  }
  return centred;
}

}  // namespace

Result<CodeBook> TrainCodeBook(std::span<const float> rows, uint32_t dim,
                               const CodeBookOptions& options, int threads,
                               const std::function<bool(double)>& progress) {
  if (options.parts == 0 || dim % options.parts != 0 || rows.size() < dim) {
    return Fail(ErrorCode::kInvalidInput,
                "The vectors cannot be divided into " + std::to_string(options.parts) + " parts.");
  }
  CodeBook book;
  book.dim = dim;
  book.parts = options.parts;
  book.mean = MeanOf(rows, dim);
  book.scales.resize(book.parts);
  book.centroids.resize(size_t{dim} * kCentroids);
  const std::vector<float> centred = CentredRows(book, rows, options.training_rows);
  if (options.turn) SetRotation(book, centred);
  const size_t count = centred.size() / dim;
  std::vector<float> turned(centred.size());
  ForEach(count, threads, [&](size_t i) {
    const auto row = TurnedRow(book, std::span(centred).subspan(i * dim, dim));
    std::copy(row.begin(), row.end(), turned.begin() + static_cast<ptrdiff_t>(i * dim));
  });
  const uint32_t part_dim = book.part_dim();
  std::atomic<uint32_t> done = 0;
  std::atomic<bool> stopped = false;
  std::mutex telling;
  ForEach(book.parts, threads, [&](size_t part) {
    if (stopped) return;
    std::vector<float> points;
    for (size_t i = 0; i < count; ++i) {
      const float* from = turned.data() + i * dim + part * part_dim;
      points.insert(points.end(), from, from + part_dim);
    }
    SetCentroids(book, static_cast<uint32_t>(part),
                 Cluster(points, part_dim, options.rounds, options.seed + part));
    const std::lock_guard lock(telling);
    if (progress && !progress(static_cast<double>(++done) / book.parts)) stopped = true;
  });
  if (stopped) return Fail(ErrorCode::kCancelled, "Stopped.");
  return book;
}

std::vector<uint8_t> CodesOfRows(const CodeBook& book, std::span<const float> rows, int threads) {
  const size_t count = rows.size() / book.dim;
  std::vector<uint8_t> codes(count * book.parts);
  ForEach(count, threads, [&](size_t i) {
    const auto centred = CentredRow(book, rows.subspan(i * book.dim, book.dim));
    const auto row = CodesOfRow(book, TurnedRow(book, centred));
    std::copy(row.begin(), row.end(), codes.begin() + static_cast<ptrdiff_t>(i * book.parts));
  });
  return codes;
}

double CodeRecall(const CodeBook& book, std::span<const float> rows, std::span<const uint8_t> codes,
                  uint32_t k, uint32_t sample, int threads) {
  const auto count = static_cast<uint32_t>(rows.size() / book.dim);
  std::vector<float> true_rows(rows.size()), coded_rows(rows.size());
  ForEach(count, threads, [&](size_t i) {
    const auto put = [&](std::vector<float> row, std::vector<float>& to) {
      double squares = 0;
      for (const float value : row) squares += double{value} * value;
      const auto scale = static_cast<float>(1 / std::sqrt(std::max(squares, 1e-12)));
      for (uint32_t d = 0; d < book.dim; ++d) to[i * book.dim + d] = row[d] * scale;
    };
    put(TurnedRow(book, CentredRow(book, rows.subspan(i * book.dim, book.dim))), true_rows);
    put(RowOfCodes(book, codes.subspan(i * book.parts, book.parts)), coded_rows);
  });
  sample = std::min(sample, count);
  std::vector<double> found(sample);
  const auto nearest = [&](std::span<const float> query, const std::vector<float>& table,
                           uint32_t itself) {
    std::vector<std::pair<float, uint32_t>> all;
    for (uint32_t i = 0; i < count; ++i) {
      if (i == itself) continue;
      float dot = 0;
      for (uint32_t d = 0; d < book.dim; ++d) dot += query[d] * table[size_t{i} * book.dim + d];
      all.push_back({-dot, i});
    }
    std::partial_sort(all.begin(), all.begin() + std::min<size_t>(k, all.size()), all.end());
    std::vector<uint32_t> items;
    for (size_t i = 0; i < std::min<size_t>(k, all.size()); ++i) items.push_back(all[i].second);
    std::sort(items.begin(), items.end());
    return items;
  };
  ForEach(sample, threads, [&](size_t s) {
    const auto item = static_cast<uint32_t>(s * count / sample);
    const auto query = std::span<const float>(true_rows).subspan(size_t{item} * book.dim, book.dim);
    const auto truth = nearest(query, true_rows, item), coded = nearest(query, coded_rows, item);
    std::vector<uint32_t> both;
    std::set_intersection(truth.begin(), truth.end(), coded.begin(), coded.end(),
                          std::back_inserter(both));
    found[s] = static_cast<double>(both.size()) / static_cast<double>(truth.size());
  });
  return std::accumulate(found.begin(), found.end(), 0.0) / sample;
}

}  // namespace meander
