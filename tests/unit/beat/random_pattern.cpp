// See random_pattern.h.
#include "random_pattern.h"

namespace meander {

Pattern RandomPattern(Rng& rng) {
  const auto between = [&rng](int lowest, int highest) {
    return lowest + static_cast<int>(rng.Below(static_cast<uint32_t>(highest - lowest + 1)));
  };
  Pattern pattern;
  pattern.step_count = rng.Below(2) == 0 ? kBarSteps : kMostBeatSteps;
  pattern.tempo_bpm = between(kSlowest_bpm, kFastest_bpm);
  pattern.swing_percent = rng.Below(3) == 0 ? 0 : between(0, kMostSwing_percent);
  pattern.seed = rng.Below(3) == 0 ? 0 : static_cast<uint32_t>(rng.Next());
  const int tracks = between(1, kMostTracks), fullness = between(0, 4);
  for (int i = 0; i < tracks; ++i) {
    Track track{.clip_id = static_cast<uint32_t>(rng.Next()),
                .role = static_cast<Role>(rng.Below(kRoleCount))};
    const bool is_even = rng.Below(2) == 0;
    for (int step = 0; step < pattern.step_count; ++step) {
      if (between(0, 4) >= fullness) continue;
      track.steps[static_cast<size_t>(step)] =
          static_cast<uint8_t>(is_even ? kUsualLoudness : between(1, kLoudest));
    }
    if (rng.Below(2) == 0) {
      track.volume = static_cast<uint8_t>(between(0, kFullVolume));
      track.pitch_semitones = static_cast<int8_t>(between(-kMostSemitones, kMostSemitones));
      track.pan = static_cast<int8_t>(between(-kMostPan, kMostPan));
      track.chance = static_cast<uint8_t>(between(0, kMostChance));
      track.mute = rng.Below(6) == 0;
      track.solo = rng.Below(10) == 0;
      track.locked = rng.Below(2) == 0;
    }
    pattern.tracks.push_back(track);
  }
  return pattern;
}

}  // namespace meander
