// See resample.h.
#include "audio/resample.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace meander {
namespace {

constexpr int kCrossings = 24, kPerCrossing = 512;

// Half of the kernel, sampled finely; what lies between is taken linearly.
std::vector<float> HalfKernel() {
  std::vector<float> kernel(kCrossings * kPerCrossing + 2, 0.f);
  kernel[0] = 1;
  for (int i = 1; i <= kCrossings * kPerCrossing; ++i) {
    const double x = std::numbers::pi * i / kPerCrossing, across = x / kCrossings;
    const double window = 0.42 + 0.5 * std::cos(across) + 0.08 * std::cos(2 * across);
    kernel[static_cast<size_t>(i)] = static_cast<float>(std::sin(x) / x * window);
  }
  return kernel;
}

}  // namespace

std::vector<float> Resample(std::span<const float> samples, double from_hz, double to_hz) {
  if (from_hz == to_hz) return {samples.begin(), samples.end()};
  const std::vector<float> kernel = HalfKernel();
  const double cutoff = 0.95 * std::min(1.0, to_hz / from_hz);  // of the source's half rate
  const double reach = kCrossings / cutoff;                     // source samples
  const auto count =
      static_cast<size_t>(std::floor(static_cast<double>(samples.size()) * to_hz / from_hz));
  std::vector<float> out(count);
  for (size_t i = 0; i < count; ++i) {
    const double at = static_cast<double>(i) * from_hz / to_hz;
    const auto first = static_cast<int64_t>(std::ceil(std::max(0.0, at - reach)));
    const auto last = std::min(static_cast<int64_t>(samples.size()) - 1,
                               static_cast<int64_t>(std::floor(at + reach)));
    double sum = 0;
    for (int64_t j = first; j <= last; ++j) {
      const double place = std::abs(at - static_cast<double>(j)) * cutoff * kPerCrossing;
      const auto low = static_cast<size_t>(place);
      if (low + 1 >= kernel.size()) continue;
      const double between = place - static_cast<double>(low);
      sum += samples[static_cast<size_t>(j)] *
             (kernel[low] + between * (kernel[low + 1] - kernel[low]));
    }
    out[i] = static_cast<float>(sum * cutoff);
  }
  return out;
}

}  // namespace meander
