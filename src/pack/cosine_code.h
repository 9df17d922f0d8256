// A cosine as the one byte that packs keep of it: −1 is 0, 1 is 255, a step 0.0078.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace meander {

inline constexpr float kCosineSteps = 255;

inline uint8_t CodeOfCosine(float cosine) {
  return static_cast<uint8_t>(std::lround((std::clamp(cosine, -1.f, 1.f) + 1) / 2 * kCosineSteps));
}
inline float CosineOfCode(uint8_t code) { return static_cast<float>(code) / kCosineSteps * 2 - 1; }

}  // namespace meander
