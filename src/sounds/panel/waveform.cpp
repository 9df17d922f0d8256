// See waveform.h.
#include "sounds/panel/waveform.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace meander {
namespace {

constexpr float kLeast_px = 0.6f, kStroke_px = 1.7f;

std::vector<float> LoudestOfEach(const SoundsState& state, uint32_t item, size_t count) {
  std::vector<float> loudest(count, 0.f);
  const ClipShelf::Samples clip = SamplesOf(state, item);
  const std::array<uint8_t, kStrokes> rough = EnvelopeOf(state, item);
  for (size_t i = 0; i < count; ++i) {
    if (clip == nullptr) {
      loudest[i] = static_cast<float>(rough[i * kStrokes / count]);
      continue;
    }
    const size_t from = clip->samples.size() * i / count;
    const size_t to = clip->samples.size() * (i + 1) / count;
    for (size_t at = from; at < to; ++at) {
      loudest[i] = std::max(loudest[i], std::abs(clip->samples[at]));
    }
  }
  return loudest;
}

}  // namespace

void AddWaveform(const SoundsState& state, uint32_t item, const Rect& in_px, int count, Paint paint,
                 Figure& figure) {
  const std::vector<float> loudest = LoudestOfEach(state, item, static_cast<size_t>(count));
  const float most = std::max(0.001f, *std::ranges::max_element(loudest));
  const float middle = (in_px.low.y + in_px.high.y) / 2, tallest = in_px.height() / 2;
  for (size_t i = 0; i < loudest.size(); ++i) {
    const float x =
        in_px.low.x + in_px.width() * (static_cast<float>(i) + 0.5f) / static_cast<float>(count);
    const float half = std::max(loudest[i] / most * tallest, kLeast_px);
    figure.lines.push_back(
        {{x, middle - half}, {x, middle}, {x, middle + half}, kStroke_px, paint});
  }
}

}  // namespace meander
