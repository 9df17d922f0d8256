// Sounds that are known by their formula.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

#include "audio/clip.h"
#include "base/rng.h"

namespace meander {

inline Clip Sine(double hz, double length_s, double amplitude = 0.5) {
  Clip clip;
  for (int i = 0; i < length_s * kSampleRate_hz; ++i) {
    const double turn = 2 * std::numbers::pi * hz * i / kSampleRate_hz;
    clip.samples.push_back(static_cast<float>(amplitude * std::sin(turn)));
  }
  return clip;
}
inline Clip Noise(double length_s, double amplitude = 0.5, uint64_t seed = 1) {
  Clip clip;
  Rng rng(seed);
  for (int i = 0; i < length_s * kSampleRate_hz; ++i) {
    clip.samples.push_back(static_cast<float>(amplitude * (2 * double{rng.Unit()} - 1)));
  }
  return clip;
}
inline Clip Silence(double length_s) {
  return {std::vector<float>(static_cast<size_t>(length_s * kSampleRate_hz), 0.f)};
}
inline Clip Joined(Clip a, const Clip& b) {
  a.samples.insert(a.samples.end(), b.samples.begin(), b.samples.end());
  return a;
}

}  // namespace meander
