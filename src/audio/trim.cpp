// See trim.h.
#include "audio/trim.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "audio/loudness.h"

namespace meander {
namespace {

constexpr size_t kPreRoll = kSampleRate_hz / 500, kMean = kSampleRate_hz / 200;
constexpr auto kShortest = static_cast<size_t>(kShortestClip_s * kSampleRate_hz);
constexpr auto kLongest = static_cast<size_t>(kLongestClip_s * kSampleRate_hz);
constexpr auto kFade = static_cast<size_t>(kFade_s * kSampleRate_hz);
constexpr float kOnset = 0.01f;       // -40 dB
constexpr double kGone = 0.00316228;  // -50 dB

float PeakOf(const std::vector<float>& samples) {
  float peak = 0;
  for (const float sample : samples) peak = std::max(peak, std::abs(sample));
  return peak;
}

// One past the last stretch of 5 ms whose root mean square is above the bound.
size_t EndOf(const std::vector<float>& samples, double bound) {
  for (size_t end = samples.size(); end > 0;) {
    const size_t from = end > kMean ? end - kMean : 0;
    double sum = 0;
    for (size_t i = from; i < end; ++i) sum += double{samples[i]} * double{samples[i]};
    if (sum / static_cast<double>(end - from) > bound * bound) return end;
    end = from;
  }
  return 0;
}

}  // namespace

Clip Trimmed(const Clip& clip) {
  std::vector<float> samples = clip.samples;
  if (samples.empty()) return {};
  double mean = 0;
  for (const float sample : samples) mean += double{sample};
  mean /= static_cast<double>(samples.size());
  for (float& sample : samples) sample = static_cast<float>(double{sample} - mean);
  const float peak = PeakOf(samples);
  if (peak <= 1e-6f) return clip;
  const auto onset = std::ranges::find_if(
      samples, [&](float sample) { return std::abs(sample) >= kOnset * peak; });
  const auto at = static_cast<size_t>(onset - samples.begin());
  samples.erase(samples.begin(),
                samples.begin() + static_cast<ptrdiff_t>(at - std::min(at, kPreRoll)));
  samples.resize(std::min(samples.size(), kLongest));
  const size_t end = EndOf(samples, kGone * double{PeakOf(samples)});
  samples.resize(std::max(kShortest, std::min(samples.size(), end + kFade)));
  for (size_t i = 0; i < kFade; ++i) {
    const double share = static_cast<double>(i + 1) / kFade;  // 1 at the last sample
    const double factor = 0.5 + 0.5 * std::cos(std::numbers::pi * share);
    float& sample = samples[samples.size() - kFade + i];
    sample = static_cast<float>(double{sample} * factor);
  }
  const float gain = GainFor(samples);
  for (float& sample : samples) sample *= gain;
  return {std::move(samples)};
}

}  // namespace meander
