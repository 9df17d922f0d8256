// Keeps a stereo signal below a ceiling without cutting its peaks off: it looks ahead, turns down
// before a peak and lets go slowly after it. What never comes near the ceiling passes unchanged, to
// the last bit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace meander {

// -1 dBFS.
inline constexpr float kCeiling = 0.891250938f;
// How far it looks ahead, and how much later a frame comes out: 1.45 ms at 44.1 kHz.
inline constexpr int kLookAhead_frames = 64;

struct StereoFrame {
  float left = 0, right = 0;
};

class Limiter {
 public:
  Limiter();
  // Takes a frame, gives the one from kLookAhead_frames ago (silence at first). What is no number
  // counts as silence. Neither channel ever leaves [-kCeiling, kCeiling].
  StereoFrame Push(StereoFrame in);

 private:
  static constexpr size_t kWindow = kLookAhead_frames + 1;
  std::array<StereoFrame, kWindow> frames_{};
  // Gains in 1/2²⁴: sums of whole numbers do not drift.
  std::array<uint32_t, kWindow> wanted_, smoothed_;
  uint64_t sum_ = 0;
  uint32_t held_;
  size_t at_ = 0;
};

}  // namespace meander
