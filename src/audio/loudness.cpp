// See loudness.h.
#include "audio/loudness.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "audio/clip.h"

namespace meander {
namespace {

constexpr size_t kBlock = kSampleRate_hz / 20, kStep = kBlock / 4;

struct Biquad {
  double b0, b1, b2, a1, a2;
};

// The analogue prototypes behind the coefficients that BS.1770 lists for 48 kHz (De Man 2014).
Biquad HighShelf() {
  constexpr double kMiddle_hz = 1681.974450955533, kGain_db = 3.999843853973347,
                   kQ = 0.7071752369554196;
  const double k = std::tan(std::numbers::pi * kMiddle_hz / kSampleRate_hz);
  const double vh = std::pow(10.0, kGain_db / 20), vb = std::pow(vh, 0.4996667741545416);
  const double a0 = 1 + k / kQ + k * k;
  return {(vh + vb * k / kQ + k * k) / a0, 2 * (k * k - vh) / a0, (vh - vb * k / kQ + k * k) / a0,
          2 * (k * k - 1) / a0, (1 - k / kQ + k * k) / a0};
}
Biquad HighPass() {
  constexpr double kMiddle_hz = 38.13547087602444, kQ = 0.5003270373238773;
  const double k = std::tan(std::numbers::pi * kMiddle_hz / kSampleRate_hz);
  const double a0 = 1 + k / kQ + k * k;
  return {1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / kQ + k * k) / a0};
}

void Filter(const Biquad& f, std::vector<double>& samples) {
  double x1 = 0, x2 = 0, y1 = 0, y2 = 0;
  for (double& sample : samples) {
    const double x = sample;
    const double y = f.b0 * x + f.b1 * x1 + f.b2 * x2 - f.a1 * y1 - f.a2 * y2;
    x2 = x1, x1 = x, y2 = y1, y1 = y;
    sample = y;
  }
}

}  // namespace

float LoudnessOf(std::span<const float> samples) {
  std::vector<double> weighted(samples.begin(), samples.end());
  Filter(HighShelf(), weighted);
  Filter(HighPass(), weighted);
  std::vector<double> blocks;
  for (size_t from = 0; from == 0 || from + kBlock <= weighted.size(); from += kStep) {
    double sum = 0;
    for (size_t i = from; i < std::min(from + kBlock, weighted.size()); ++i) {
      sum += weighted[i] * weighted[i];
    }
    blocks.push_back(sum / kBlock);
  }
  const double gate = *std::ranges::max_element(blocks) / 10;
  double sum = 0, count = 0;
  for (const double block : blocks) {
    if (block < gate) continue;
    sum += block;
    ++count;
  }
  if (sum <= 1e-10 * count) return -100;
  return static_cast<float>(-0.691 + 10 * std::log10(sum / count));
}

float GainFor(std::span<const float> samples) {
  float peak = 0;
  for (const float sample : samples) peak = std::max(peak, std::abs(sample));
  const float loudness = LoudnessOf(samples);
  if (peak <= 0 || loudness <= -100) return 1;
  const double wanted = std::pow(10.0, (double{kLoudness_lufs} - double{loudness}) / 20);
  return static_cast<float>(std::min(wanted, double{kHighestPeak} / double{peak}));
}

}  // namespace meander
