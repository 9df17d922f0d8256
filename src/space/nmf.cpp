// See nmf.h.
#include "space/nmf.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/rng.h"
#include "space/leading_vectors.h"

namespace meander {
namespace {

constexpr double kTooSmall = 1e-6;  // NNDSVD's entries below this are zero, as in scikit-learn

double LengthOf(const std::vector<double>& values, bool positive) {
  double sum = 0;
  for (const double x : values) {
    if ((x > 0) == positive) sum += x * x;
  }
  return std::sqrt(sum);
}

// One half of a sweep: every row of `a` ([count, k]) for fixed products with the other factor.
void DescendRows(std::vector<double>& a, size_t k, const std::vector<double>& products,
                 const std::vector<double>& squares) {
  for (size_t row = 0; row < a.size(); row += k) {
    for (size_t t = 0; t < k; ++t) {
      if (squares[t * k + t] == 0) continue;
      double slope = -products[row + t];
      for (size_t r = 0; r < k; ++r) slope += squares[t * k + r] * a[row + r];
      a[row + t] = std::max(a[row + t] - slope / squares[t * k + t], 0.0);
    }
  }
}

}  // namespace

Nmf::Nmf(std::span<const float> matrix, size_t rows, size_t columns, const NmfOptions& options)
    : matrix_(matrix), rows_(rows), columns_(columns), options_(options) {}

void Nmf::StartByVectors() {
  const size_t k = options_.groups;
  const LeadingVectors found = FindLeadingVectors(matrix_, rows_, columns_, k);
  for (size_t t = 0; t < k; ++t) {
    const std::vector<double>&u = found.left[t], &v = found.right[t];
    // Of the two halves of a vector pair the heavier one; the first pair has only one.
    const double above = LengthOf(u, true) * LengthOf(v, true);
    const double below = LengthOf(u, false) * LengthOf(v, false);
    const bool is_above = above >= below;
    const double sign = is_above ? 1 : -1;
    const double mass = t == 0 ? 1 : std::max(above, below);
    const double u_length = t == 0 ? 1 : LengthOf(u, is_above);
    const double v_length = t == 0 ? 1 : LengthOf(v, is_above);
    if (u_length == 0 || v_length == 0) continue;
    const double scale = std::sqrt(found.values[t] * mass);
    const auto part = [&](double x, double length) {
      const double value = scale * (t == 0 ? std::fabs(x) : std::max(sign * x, 0.0)) / length;
      return value < kTooSmall ? 0 : value;
    };
    for (size_t r = 0; r < rows_; ++r) w_[r * k + t] = part(u[r], u_length);
    for (size_t c = 0; c < columns_; ++c) h_[t * columns_ + c] = part(v[c], v_length);
  }
}

void Nmf::StartBySeed() {
  double sum = 0;
  for (const float x : matrix_) sum += x;
  const double scale =
      std::sqrt(sum / static_cast<double>(matrix_.size()) / static_cast<double>(options_.groups));
  Rng rng(options_.seed);
  for (std::vector<double>* factor : {&h_, &w_}) {
    for (double& x : *factor) {
      double normal = -6;  // twelve uniform draws: near enough to a normal one
      for (int i = 0; i < 12; ++i) normal += rng.Unit();
      x = scale * std::fabs(normal);
    }
  }
}

bool Nmf::Step() {
  const size_t k = options_.groups;
  if (w_.empty()) {
    w_.resize(rows_ * k);
    h_.resize(k * columns_);
    options_.seed == kNndsvdStart ? StartByVectors() : StartBySeed();
    return true;
  }
  std::vector<double> squares(k * k), products(rows_ * k);
  for (size_t t = 0; t < k; ++t) {
    for (size_t r = 0; r < k; ++r) {
      for (size_t c = 0; c < columns_; ++c) {
        squares[t * k + r] += h_[t * columns_ + c] * h_[r * columns_ + c];
      }
    }
  }
  for (size_t row = 0; row < rows_; ++row) {
    for (size_t t = 0; t < k; ++t) {
      double sum = 0;
      for (size_t c = 0; c < columns_; ++c)
        sum += matrix_[row * columns_ + c] * h_[t * columns_ + c];
      products[row * k + t] = sum;
    }
  }
  DescendRows(w_, k, products, squares);

  // The same for h, on its side.
  std::vector<double> turned(columns_ * k);
  for (size_t t = 0; t < k; ++t) {
    for (size_t c = 0; c < columns_; ++c) turned[c * k + t] = h_[t * columns_ + c];
  }
  squares.assign(k * k, 0.0);
  products.assign(columns_ * k, 0.0);
  for (size_t row = 0; row < rows_; ++row) {
    const double* const w = &w_[row * k];
    for (size_t t = 0; t < k; ++t) {
      for (size_t r = 0; r < k; ++r) squares[t * k + r] += w[t] * w[r];
    }
    for (size_t c = 0; c < columns_; ++c) {
      const double x = matrix_[row * columns_ + c];
      if (x == 0) continue;
      for (size_t t = 0; t < k; ++t) products[c * k + t] += x * w[t];
    }
  }
  DescendRows(turned, k, products, squares);
  for (size_t t = 0; t < k; ++t) {
    for (size_t c = 0; c < columns_; ++c) h_[t * columns_ + c] = turned[c * k + t];
  }
  ++sweeps_;
  const double before = std::exchange(error_, RelativeError());
  return sweeps_ < options_.most_sweeps && before - error_ > options_.settled * error_;
}

double Nmf::RelativeError() const {
  const size_t k = options_.groups;
  double left = 0, all = 0;
  for (size_t row = 0; row < rows_; ++row) {
    for (size_t c = 0; c < columns_; ++c) {
      double made = 0;
      for (size_t t = 0; t < k; ++t) made += w_[row * k + t] * h_[t * columns_ + c];
      const double x = matrix_[row * columns_ + c];
      left += (x - made) * (x - made);
      all += x * x;
    }
  }
  return all > 0 ? std::sqrt(left / all) : 0;
}

double ShareBelowZero(std::span<const float> values) {
  double below = 0, all = 0;
  for (const float x : values) {
    all += std::fabs(double{x});
    if (x < 0) below -= double{x};
  }
  return all > 0 ? below / all : 0;
}

NmfStability::NmfStability(std::span<const float> matrix, size_t rows, size_t columns,
                           const NmfOptions& options, std::vector<double> base_h, int seeds)
    : matrix_(matrix),
      rows_(rows),
      columns_(columns),
      options_(options),
      base_h_(std::move(base_h)),
      seeds_(seeds),
      found_(options.groups) {}

bool NmfStability::Step() {
  if (done_ >= seeds_) return false;
  NmfOptions options = options_;
  options.seed = static_cast<uint64_t>(done_) + 1;
  Nmf other(matrix_, rows_, columns_, options);
  while (other.Step()) {
  }
  const size_t k = options_.groups;
  struct Match {
    double cosine;
    size_t ours, theirs;
  };
  std::vector<Match> matches;
  for (size_t i = 0; i < k; ++i) {
    for (size_t j = 0; j < k; ++j) {
      double dot = 0, a = 0, b = 0;
      for (size_t c = 0; c < columns_; ++c) {
        const double x = base_h_[i * columns_ + c], y = other.h()[j * columns_ + c];
        dot += x * y;
        a += x * x;
        b += y * y;
      }
      matches.push_back({a > 0 && b > 0 ? dot / std::sqrt(a * b) : 0, i, j});
    }
  }
  std::ranges::stable_sort(matches, std::ranges::greater{}, &Match::cosine);
  std::vector<bool> is_taken(k), is_found(k);
  for (const Match& match : matches) {
    if (is_found[match.ours] || is_taken[match.theirs] || match.cosine < kSameGroup) continue;
    is_found[match.ours] = is_taken[match.theirs] = true;
    ++found_[match.ours];
  }
  return ++done_ < seeds_;
}

std::vector<double> NmfStability::shares() const {
  std::vector<double> shares;
  for (const int found : found_) {
    shares.push_back(done_ > 0 ? static_cast<double>(found) / done_ : 0);
  }
  return shares;
}

}  // namespace meander
