// From whatever a file holds to one hit: where it begins, how long it is, how loud.
#pragma once

#include "audio/clip.h"

namespace meander {

inline constexpr float kShortestClip_s = 0.08f, kLongestClip_s = 0.9f, kFade_s = 0.02f;

// Takes the mean out; begins 2 ms before the first sample within 40 dB of the peak; ends where the
// rest stays 50 dB below it (5 ms means), not before kShortestClip_s (silence is added) nor after
// kLongestClip_s; the last 20 ms fade out (half a cosine); loudness as in loudness.h. What is
// silent stays as it is.
Clip Trimmed(const Clip& clip);

}  // namespace meander
