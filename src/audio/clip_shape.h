// Three numbers that say what a hit is like: what a kick, a snare and a hat are told apart by.
#pragma once

#include <array>
#include <cstdint>

#include "audio/clip.h"

namespace meander {

struct ClipShape {
  float centroid_hz = 0;   // where the middle of its power lies in the spectrum, first 250 ms
  float bandwidth_hz = 0;  // how far its power spreads around that: the weighted deviation
  float decay_s = 0;       // from its loudest moment until it has fallen by 20 dB for good
};

ClipShape ShapeOf(const Clip& clip);  // all zero for a clip without sound

// Loudness of each fifth of a clip, the loudest 255: how it is drawn.
inline constexpr int kStrokes = 5;
std::array<uint8_t, kStrokes> EnvelopeOf(const Clip& clip);

}  // namespace meander
