// See pooling.h. In double: what is to add up to 1e-6 is added here.
#include "net/derivative/pooling.h"

#include <cmath>

namespace meander {

double DotOf(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

std::vector<double> MeanForwardMode(std::span<const float> hidden_change) {
  std::vector<double> mean(kWidth);
  const size_t tokens = hidden_change.size() / kWidth;
  for (size_t i = 0; i < hidden_change.size(); ++i) mean[i % kWidth] += hidden_change[i];
  for (double& x : mean) x /= static_cast<double>(tokens);
  return mean;
}

Pooled PoolForward(std::span<const float> hidden) {
  Pooled pooled{MeanForwardMode(hidden), {}, 0};
  pooled.length = std::sqrt(DotOf(pooled.mean, pooled.mean));
  pooled.unit = pooled.mean;
  // A mean of exactly zero has no direction; it stays zero and is close to nothing.
  for (double& x : pooled.unit) x = pooled.length > 0 ? x / pooled.length : 0;
  return pooled;
}

std::vector<double> UnitForwardMode(const Pooled& pooled, std::span<const double> mean_change) {
  const double along = DotOf(pooled.unit, mean_change);
  std::vector<double> change(kWidth);
  for (size_t i = 0; i < kWidth && pooled.length > 0; ++i) {
    change[i] = (mean_change[i] - pooled.unit[i] * along) / pooled.length;
  }
  return change;
}

std::vector<double> UnitReverseMode(const Pooled& pooled, std::span<const double> unit_gradient) {
  return UnitForwardMode(pooled, unit_gradient);
}

std::vector<float> MeanReverseMode(std::span<const double> mean_gradient, int tokens) {
  std::vector<float> gradient(size_t(tokens) * kWidth);
  for (size_t i = 0; i < gradient.size(); ++i) {
    gradient[i] = static_cast<float>(mean_gradient[i % kWidth] / tokens);
  }
  return gradient;
}

std::vector<float> ClosenessReverseMode(const Pooled& pooled, std::span<const double> target,
                                        int tokens) {
  return MeanReverseMode(UnitReverseMode(pooled, target), tokens);
}

}  // namespace meander
