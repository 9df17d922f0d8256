// See ridge.h. Centred by the weighted means, then the normal equations by Cholesky's factors.
#include "net/attribution/ridge.h"

#include <cmath>
#include <cstddef>

namespace meander {
namespace {

// Solves a w = b for symmetric positive definite a, [n, n], in place.
std::vector<double> SolvePositive(std::vector<double> a, std::vector<double> b) {
  const size_t n = b.size();
  for (size_t j = 0; j < n; ++j) {
    for (size_t i = j; i < n; ++i) {
      double sum = a[i * n + j];
      for (size_t k = 0; k < j; ++k) sum -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = i == j ? std::sqrt(sum) : sum / a[j * n + j];
    }
  }
  for (size_t i = 0; i < n; ++i) {
    for (size_t k = 0; k < i; ++k) b[i] -= a[i * n + k] * b[k];
    b[i] /= a[i * n + i];
  }
  for (size_t i = n; i-- > 0;) {
    for (size_t k = i + 1; k < n; ++k) b[i] -= a[k * n + i] * b[k];
    b[i] /= a[i * n + i];
  }
  return b;
}

}  // namespace

RidgeFit FitRidge(std::span<const double> x, size_t columns, std::span<const double> y,
                  std::span<const double> sample_weights, double alpha) {
  const size_t samples = y.size();
  double total = 0, mean_y = 0;
  std::vector<double> mean_x(columns);
  for (size_t s = 0; s < samples; ++s) {
    total += sample_weights[s];
    mean_y += sample_weights[s] * y[s];
    for (size_t i = 0; i < columns; ++i) mean_x[i] += sample_weights[s] * x[s * columns + i];
  }
  mean_y /= total;
  for (double& mean : mean_x) mean /= total;

  std::vector<double> squares(columns * columns), products(columns);
  for (size_t i = 0; i < columns; ++i) squares[i * columns + i] = alpha;
  for (size_t s = 0; s < samples; ++s) {
    for (size_t i = 0; i < columns; ++i) {
      const double at = sample_weights[s] * (x[s * columns + i] - mean_x[i]);
      products[i] += at * (y[s] - mean_y);
      for (size_t j = 0; j <= i; ++j) {
        squares[i * columns + j] += at * (x[s * columns + j] - mean_x[j]);
      }
    }
  }
  RidgeFit fit;
  fit.weights = SolvePositive(std::move(squares), std::move(products));
  fit.intercept = mean_y;
  for (size_t i = 0; i < columns; ++i) fit.intercept -= fit.weights[i] * mean_x[i];
  double left = 0, about_mean = 0;
  for (size_t s = 0; s < samples; ++s) {
    double predicted = fit.intercept;
    for (size_t i = 0; i < columns; ++i) predicted += fit.weights[i] * x[s * columns + i];
    left += sample_weights[s] * (y[s] - predicted) * (y[s] - predicted);
    about_mean += sample_weights[s] * (y[s] - mean_y) * (y[s] - mean_y);
  }
  fit.r2 = about_mean > 0 ? 1 - left / about_mean : 1;
  return fit;
}

}  // namespace meander
