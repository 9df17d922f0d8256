// See band_pass.h. Coefficients after R. Bristow-Johnson's "Cookbook formulae for audio EQ".
#include "audio/band_pass.h"

#include <cmath>
#include <numbers>

namespace meander {
namespace {

// The two sections of a Butterworth filter of fourth order.
constexpr double kQualities[] = {0.54119610, 1.30656296};

struct Section {
  double b0, b1, b2, a1, a2;
};

Section SectionAt(double hz, double quality, bool lets_high_pass) {
  const double turn = 2 * std::numbers::pi * hz / kSampleRate_hz;
  const double cosine = std::cos(turn), alpha = std::sin(turn) / (2 * quality);
  const double scale = 1 / (1 + alpha);
  const double outer = (lets_high_pass ? 1 + cosine : 1 - cosine) / 2 * scale;
  const double inner = lets_high_pass ? -2 * outer : 2 * outer;
  return {outer, inner, outer, -2 * cosine * scale, (1 - alpha) * scale};
}

void Run(const Section& section, std::vector<float>& samples) {
  double first = 0, second = 0;  // transposed direct form II
  for (float& sample : samples) {
    const double in = double{sample};
    const double out = section.b0 * in + first;
    first = section.b1 * in - section.a1 * out + second;
    second = section.b2 * in - section.a2 * out;
    sample = static_cast<float>(out);
  }
}

}  // namespace

Clip BandPassed(const Clip& clip, float low_hz, float high_hz) {
  Clip passed = clip;
  for (const double quality : kQualities) {
    if (low_hz > 0) Run(SectionAt(double{low_hz}, quality, true), passed.samples);
    if (high_hz < kSampleRate_hz * 0.48f) {
      Run(SectionAt(double{high_hz}, quality, false), passed.samples);
    }
  }
  return passed;
}

}  // namespace meander
