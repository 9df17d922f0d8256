// The transform against the sum that it stands for.
#include "audio/fourier.h"

#include <gtest/gtest.h>

#include <complex>

#include "test_sounds.h"

namespace meander {
namespace {

std::array<float, kFrame_samples> FrameOf(const Clip& clip) {
  std::array<float, kFrame_samples> frame{};
  for (size_t i = 0; i < kFrame_samples; ++i) frame[i] = clip.samples[i];
  return frame;
}

TEST(Fourier, IsTheSumItStandsFor) {
  const auto frame = FrameOf(Noise(0.1));
  std::array<float, kBins> power;
  Fourier().Power(frame, power);
  for (size_t bin = 0; bin < kBins; ++bin) {
    std::complex<double> sum = 0;
    for (size_t n = 0; n < kFrame_samples; ++n) {
      const double angle = -2 * std::numbers::pi * static_cast<double>(bin * n) / kFrame_samples;
      sum += double{frame[n]} * std::polar(1.0, angle);
    }
    EXPECT_NEAR(power[bin], std::norm(sum), 1e-3 + 1e-4 * std::norm(sum)) << bin;
  }
}

TEST(Fourier, KeepsThePower) {  // Parseval
  const auto frame = FrameOf(Noise(0.1, 0.5, 7));
  std::array<float, kBins> power;
  Fourier().Power(frame, power);
  double in_time = 0, in_bins = power[0] + power[kBins - 1];
  for (const float sample : frame) in_time += double{sample} * double{sample};
  for (size_t bin = 1; bin + 1 < kBins; ++bin) in_bins += 2 * double{power[bin]};
  EXPECT_NEAR(in_bins / kFrame_samples, in_time, 1e-4 * in_time);
}

}  // namespace
}  // namespace meander
