// A sound as a WAV file: 16-bit PCM, kSampleRate_hz, two channels. Samples are rounded to the
// nearest step and not dithered, so that the same beat is the same file everywhere.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace meander {

// Both spans are equally long; what lies outside [-1, 1] is clipped.
std::vector<uint8_t> WriteWav(std::span<const float> left, std::span<const float> right);

}  // namespace meander
