// How loud a short sound is to the ear.
#pragma once

#include <span>

namespace meander {

// After ITU-R BS.1770-4, for clips too short for its blocks of 400 ms: the K-weighted mean square
// (both of its filters, computed for kSampleRate_hz) in blocks of 50 ms that begin every 12.5 ms;
// of these, the mean over all within 10 dB of the loudest. -0.691 + 10 log10 of it, in LUFS;
// -100 for silence.
float LoudnessOf(std::span<const float> samples);

inline constexpr float kLoudness_lufs = -18;  // of every clip
inline constexpr float kHighestPeak =
    0.7f;  // none goes above: -3.1 dBFS, also where it is quieter then

// The factor that brings a sound there.
float GainFor(std::span<const float> samples);

}  // namespace meander
