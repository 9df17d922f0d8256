// The end of the encoder: the mean over tokens, and that at unit length (Reimers and Gurevych
// 2019). The mean m is linear; the unit vector e = m / |m| has the derivative
//   de = (dm - e (e · dm)) / |m|, which is its own transpose.
// The target of a text may be any vector: its closeness is e · target.
#pragma once

#include <span>
#include <vector>

#include "net/model_layout.h"

namespace meander {

struct Pooled {
  std::vector<double> mean;  // kWidth, not at unit length
  std::vector<double> unit;
  double length = 0;
};
// `hidden`: [tokens, kWidth].
Pooled PoolForward(std::span<const float> hidden);
// The change of the mean when the hidden rows change; linear, so the same map as the mean itself.
std::vector<double> MeanForwardMode(std::span<const float> hidden_change);
// The change of the unit vector.
std::vector<double> UnitForwardMode(const Pooled& pooled, std::span<const double> mean_change);
// The gradient of the mean from that of the unit vector.
std::vector<double> UnitReverseMode(const Pooled& pooled, std::span<const double> unit_gradient);
// The gradient of every hidden row from that of the mean: [tokens, kWidth].
std::vector<float> MeanReverseMode(std::span<const double> mean_gradient, int tokens);

double DotOf(std::span<const double> a, std::span<const double> b);
// What `target` · (vector at unit length) does to the hidden rows: both reverse steps in one.
std::vector<float> ClosenessReverseMode(const Pooled& pooled, std::span<const double> target,
                                        int tokens);

}  // namespace meander
