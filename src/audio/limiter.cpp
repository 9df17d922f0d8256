// See limiter.h. Each frame wants a gain; held is the least that any of the last 65 frames wants,
// rising slowly; what is applied to a frame is the mean of held over the 65 frames from it on. Each
// of those looked at that frame, so none is more than it wants, and neither is their mean.
#include "audio/limiter.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

constexpr uint32_t kOne = 1u << 24;
constexpr int kReleaseShift = 12;  // a time constant of 4096 frames: 93 ms

float Sound(float sample) { return std::isfinite(sample) ? sample : 0; }

}  // namespace

Limiter::Limiter() : held_(kOne) {
  wanted_.fill(kOne);
  smoothed_.fill(kOne);
  sum_ = uint64_t{kOne} * kWindow;
}

StereoFrame Limiter::Push(StereoFrame in) {
  in = {Sound(in.left), Sound(in.right)};
  const float peak = std::max(std::abs(in.left), std::abs(in.right));
  frames_[at_] = in;
  wanted_[at_] = peak <= kCeiling ? kOne : static_cast<uint32_t>(kCeiling / peak * kOne);
  const uint32_t least = *std::min_element(wanted_.begin(), wanted_.end());
  held_ = std::min(least, held_ + ((kOne - held_) >> kReleaseShift) + (held_ < kOne ? 1 : 0));
  sum_ += held_;
  sum_ -= smoothed_[at_];
  smoothed_[at_] = held_;
  at_ = (at_ + 1) % kWindow;
  const StereoFrame out = frames_[at_];  // the oldest
  const auto gain = static_cast<uint32_t>(sum_ / kWindow);
  if (gain == kOne) return out;
  const float by = static_cast<float>(gain) / kOne;
  return {std::clamp(out.left * by, -kCeiling, kCeiling),
          std::clamp(out.right * by, -kCeiling, kCeiling)};
}

}  // namespace meander
