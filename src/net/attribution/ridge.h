// Weighted ridge regression with a free intercept: the w, b that make
//   Σ_s k_s (y_s - b - Σ_i w_i x_si)² + alpha |w|²
// least; the same as scikit-learn's Ridge(alpha).fit(x, y, sample_weight=k). Hoerl and Kennard
// 1970.
#pragma once

#include <span>
#include <vector>

namespace meander {

struct RidgeFit {
  std::vector<double> weights;
  double intercept = 0;
  double r2 = 0;  // 1 - weighted squares left over / weighted squares about the mean
};
// `x`: [samples, columns]; `sample_weights` > 0. `alpha` > 0, so that there is always one answer.
RidgeFit FitRidge(std::span<const double> x, size_t columns, std::span<const double> y,
                  std::span<const double> sample_weights, double alpha);

}  // namespace meander
