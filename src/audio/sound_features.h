// What a clip sounds like, as numbers: how its bands are spread over all of it, and a small picture
// of its first quarter of a second.
#pragma once

#include <array>

#include "audio/clip.h"
#include "audio/log_mel.h"

namespace meander {

inline constexpr int kStatisticBands = 40, kPatchBands = 64, kPatchSlots = 8;
inline constexpr int kPatchFrames = 43;  // 250 ms
inline constexpr float kReach_db = 70;   // what is farther below the loudest band counts as this
inline constexpr size_t kStatistics = 3 * kStatisticBands + 1;
inline constexpr size_t kPatch = size_t{kPatchBands} * kPatchSlots;

struct SoundFeatures {
  // Of each of 40 mel bands the mean, then the deviation, then the maximum over all frames, in dB
  // above the floor (kReach_db below the loudest band of any frame); last ln(duration_s).
  std::array<float, kStatistics> statistics{};
  // [slot][band]: 64 mel bands, means of 43 frames in eight slots, in dB above the floor.
  std::array<float, kPatch> patch{};
};

// Of a clip as Trimmed gives it. Louder or quieter, it has the same features. The two pictures are
// handed in so that their tables are made once.
class FeatureReader {
 public:
  SoundFeatures Of(const Clip& clip);

 private:
  LogMel statistic_bands_{kStatisticBands}, patch_bands_{kPatchBands};
};

}  // namespace meander
