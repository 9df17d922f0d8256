// See leading_vectors.h.
#include "space/leading_vectors.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/rng.h"

namespace meander {
namespace {

using Vectors = std::vector<std::vector<double>>;

constexpr size_t kSpare = 8;  // more directions than asked for: they make the others settle
constexpr int kMostRounds = 300;
constexpr double kSettled = 1e-12;  // relative change of every value asked for

double Dot(const std::vector<double>& a, const std::vector<double>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

// Gram and Schmidt's, twice over, which is enough. What vanishes becomes zero.
void MakeOrthonormal(Vectors& vectors) {
  for (size_t i = 0; i < vectors.size(); ++i) {
    const double before = std::sqrt(Dot(vectors[i], vectors[i]));
    for (int twice = 0; twice < 2; ++twice) {
      for (size_t j = 0; j < i; ++j) {
        const double along = Dot(vectors[i], vectors[j]);
        for (size_t d = 0; d < vectors[i].size(); ++d) vectors[i][d] -= along * vectors[j][d];
      }
    }
    const double length = std::sqrt(Dot(vectors[i], vectors[i]));
    const double factor = length > 1e-12 * before && length > 0 ? 1 / length : 0;
    for (double& x : vectors[i]) x *= factor;
  }
}

// matrix · v for each v.
Vectors Times(std::span<const float> matrix, size_t rows, size_t columns, const Vectors& vectors) {
  Vectors out(vectors.size(), std::vector<double>(rows));
  for (size_t r = 0; r < rows; ++r) {
    const float* const row = &matrix[r * columns];
    for (size_t i = 0; i < vectors.size(); ++i) {
      double sum = 0;
      for (size_t c = 0; c < columns; ++c) sum += row[c] * vectors[i][c];
      out[i][r] = sum;
    }
  }
  return out;
}
// transposed matrix · v for each v.
Vectors BackTimes(std::span<const float> matrix, size_t rows, size_t columns,
                  const Vectors& vectors) {
  Vectors out(vectors.size(), std::vector<double>(columns));
  for (size_t r = 0; r < rows; ++r) {
    const float* const row = &matrix[r * columns];
    for (size_t i = 0; i < vectors.size(); ++i) {
      const double factor = vectors[i][r];
      for (size_t c = 0; c < columns; ++c) out[i][c] += factor * row[c];
    }
  }
  return out;
}

// Jacobi's rotations: symmetric `a` becomes diagonal, `axes` its eigenvectors as rows.
void Diagonalise(Vectors& a, Vectors& axes) {
  const size_t n = a.size();
  axes.assign(n, std::vector<double>(n));
  for (size_t i = 0; i < n; ++i) axes[i][i] = 1;
  for (int sweep = 0; sweep < 60; ++sweep) {
    double off = 0, on = 0;
    for (size_t i = 0; i < n; ++i) {
      on += a[i][i] * a[i][i];
      for (size_t j = 0; j < i; ++j) off += a[i][j] * a[i][j];
    }
    if (off <= 1e-30 * on) return;
    for (size_t p = 0; p < n; ++p) {
      for (size_t q = p + 1; q < n; ++q) {
        if (a[p][q] == 0) continue;
        const double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        const double t = (theta >= 0 ? 1 : -1) / (std::fabs(theta) + std::sqrt(theta * theta + 1));
        const double c = 1 / std::sqrt(t * t + 1), s = t * c;
        for (size_t i = 0; i < n; ++i) {
          const double x = a[i][p], y = a[i][q];
          a[i][p] = c * x - s * y;
          a[i][q] = s * x + c * y;
        }
        for (size_t i = 0; i < n; ++i) {
          const double x = a[p][i], y = a[q][i];
          a[p][i] = c * x - s * y;
          a[q][i] = s * x + c * y;
          const double u = axes[p][i], v = axes[q][i];
          axes[p][i] = c * u - s * v;
          axes[q][i] = s * u + c * v;
        }
      }
    }
  }
}

// Turns `vectors` (and what they became, `images`) to the axes of images · images, largest first.
std::vector<double> Turn(Vectors& vectors, Vectors& images) {
  const size_t n = vectors.size();
  Vectors products(n, std::vector<double>(n)), axes;
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) products[i][j] = Dot(images[i], images[j]);
  }
  Diagonalise(products, axes);
  std::vector<size_t> order(n);
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](size_t i) { return products[i][i]; });
  const auto turned = [&](const Vectors& from) {
    Vectors out(n, std::vector<double>(from[0].size()));
    for (size_t i = 0; i < n; ++i) {
      for (size_t j = 0; j < n; ++j) {
        for (size_t d = 0; d < from[j].size(); ++d) out[i][d] += axes[order[i]][j] * from[j][d];
      }
    }
    return out;
  };
  vectors = turned(vectors);
  images = turned(images);
  std::vector<double> values;
  for (const size_t i : order) values.push_back(std::sqrt(std::max(products[i][i], 0.0)));
  return values;
}

}  // namespace

LeadingVectors FindLeadingVectors(std::span<const float> matrix, size_t rows, size_t columns,
                                  size_t count) {
  Rng rng(1);
  Vectors right(std::min({count + kSpare, rows, columns}), std::vector<double>(columns));
  for (std::vector<double>& vector : right) {
    for (double& x : vector) x = rng.Unit() - 0.5;
  }
  MakeOrthonormal(right);
  Vectors left = Times(matrix, rows, columns, right);
  std::vector<double> values = Turn(right, left);
  for (int round = 0; round < kMostRounds; ++round) {
    right = BackTimes(matrix, rows, columns, left);
    MakeOrthonormal(right);
    left = Times(matrix, rows, columns, right);
    const std::vector<double> before = std::exchange(values, Turn(right, left));
    bool is_settled = true;
    for (size_t i = 0; i < count; ++i) {
      is_settled &= std::fabs(values[i] - before[i]) <= kSettled * values[0];
    }
    if (is_settled) break;
  }
  values.resize(count);
  right.resize(count);
  left.resize(count);
  for (size_t i = 0; i < count; ++i) {
    for (double& x : left[i]) x = values[i] > 0 ? x / values[i] : 0;
  }
  return {std::move(values), std::move(left), std::move(right)};
}

}  // namespace meander
