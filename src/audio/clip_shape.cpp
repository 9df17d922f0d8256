// See clip_shape.h.
#include "audio/clip_shape.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "audio/fourier.h"

namespace meander {
namespace {

constexpr size_t kLooked = kSampleRate_hz / 4, kHop = kFrame_samples / 2;
constexpr size_t kStep = kSampleRate_hz / 200;  // 5 ms

float DecayOf(const std::vector<float>& samples) {
  std::vector<double> power;
  for (size_t from = 0; from < samples.size(); from += kStep) {
    double sum = 0;
    for (size_t i = from; i < std::min(from + kStep, samples.size()); ++i) {
      sum += double{samples[i]} * double{samples[i]};
    }
    power.push_back(sum);
  }
  const auto loudest = std::ranges::max_element(power);
  if (loudest == power.end() || *loudest <= 0) return 0;
  const auto last = std::find_if(power.rbegin(), power.rend(),
                                 [&](double value) { return value >= *loudest / 100; });
  const auto steps = last.base() - loudest;
  return static_cast<float>(steps) * 0.005f;
}

}  // namespace

ClipShape ShapeOf(const Clip& clip) {
  Fourier fourier;
  std::array<float, kFrame_samples> frame;
  std::array<float, kBins> power;
  std::array<double, kBins> sums{};
  const size_t end = std::min(clip.samples.size(), kLooked);
  for (size_t from = 0; from < end; from += kHop) {
    for (size_t n = 0; n < kFrame_samples; ++n) {
      // A triangle, so that halves that overlap add up to all of it.
      const auto i = static_cast<float>(n);
      const float window = std::min(i, kFrame_samples - i) / kHop;
      frame[n] = from + n < end ? clip.samples[from + n] * window : 0;
    }
    fourier.Power(frame, power);
    for (size_t b = 0; b < kBins; ++b) sums[b] += double{power[b]};
  }
  const double bin_hz = double{kSampleRate_hz} / kFrame_samples;
  double all = 0, first = 0, second = 0;
  for (size_t b = 1; b < kBins; ++b) {
    const double hz = bin_hz * static_cast<double>(b);
    all += sums[b];
    first += sums[b] * hz;
    second += sums[b] * hz * hz;
  }
  if (all <= 0) return {};
  const double centroid = first / all;
  const double variance = std::max(0.0, second / all - centroid * centroid);
  return {static_cast<float>(centroid), static_cast<float>(std::sqrt(variance)),
          DecayOf(clip.samples)};
}

std::array<uint8_t, kStrokes> EnvelopeOf(const Clip& clip) {
  std::array<double, kStrokes> loud{};
  const size_t count = clip.samples.size();
  for (size_t i = 0; i < count; ++i) {
    loud[i * kStrokes / count] += double{clip.samples[i]} * double{clip.samples[i]};
  }
  const double most = *std::ranges::max_element(loud);
  std::array<uint8_t, kStrokes> envelope{};
  for (size_t i = 0; i < loud.size(); ++i) {
    envelope[i] =
        most <= 0 ? 0 : static_cast<uint8_t>(std::lround(255 * std::sqrt(loud[i] / most)));
  }
  return envelope;
}

}  // namespace meander
