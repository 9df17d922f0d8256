// How one looks into a drawing: which layer, how many groups, what the sign is asked against; and
// what is pointed at. What a link carries beside the drawing itself.
#pragma once

#include <cstdint>

#include "engine/drawings_messages.h"

namespace meander {

inline constexpr uint32_t kDrawingGhostSeed = 1;

struct DrawingLook {
  uint8_t layer = kDrawingDefaultLayer;
  uint8_t groups = 4;    // 2 … kMostDrawingGroups
  uint16_t b = kNoSign;  // what it is asked why it is not
  bool ghost = false;    // asked of the network with its weights shuffled
  bool operator==(const DrawingLook&) const = default;
};

struct DrawingTarget {
  enum class Kind : uint8_t {
    kNone,
    kPlace,   // a: layer, b: place of its grid
    kGroup,   // b: its number
    kStroke,  // b: its number
  };
  Kind kind = Kind::kNone;
  uint8_t a = 0;
  uint16_t b = 0;
  bool operator==(const DrawingTarget&) const = default;
};

}  // namespace meander
