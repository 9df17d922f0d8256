// A short sound as everything in the room of sounds has it: one channel at one rate.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace meander {

// Of every clip in the pack, of the features, of the mixer and of what it writes.
inline constexpr int kSampleRate_hz = 44100;

struct Clip {
  std::vector<float> samples;  // mono, -1 to 1, kSampleRate_hz
};

// What a link names a clip by: it survives a rebuild of the pack, since it comes from where the
// clip came from and not from where it stands. The first four bytes of Hash64("package\npath").
uint32_t ClipId(std::string_view package, std::string_view path_in_package);

}  // namespace meander
