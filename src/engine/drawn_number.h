// Numbers that are told in order to be drawn.
#pragma once

#include <bit>
#include <cstdint>

namespace meander {

// Rounded to nine bits: seven grids are told at once, and half of what they weigh on the way would
// be digits that nobody sees.
inline float InNineBits(float value) {
  constexpr uint32_t kDropped = 15;
  const uint32_t bits = std::bit_cast<uint32_t>(value) + (1u << (kDropped - 1));
  return std::bit_cast<float>(bits >> kDropped << kDropped);
}

}  // namespace meander
