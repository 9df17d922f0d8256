// A layer as a square grid of places on a stage, in pixels, y down: where a place lies, and which
// is the same spot on another layer's grid.
#pragma once

#include <cstdint>

#include "canvas/scene.h"

namespace meander {

inline Rect BoxAt(Point2 low_px, float side_px) {
  return {low_px, low_px + Point2{side_px, side_px}};
}
inline Point2 MiddleOf(const Rect& box) { return (box.low + box.high) * 0.5f; }
// One place of a grid that fills `box`; `share` of its side, about its middle.
Rect PlaceBox(const Rect& box, int side, int place, float share = 1);
// The same spot on a grid of another side: by its middle.
uint16_t PlaceOnGrid(int from_side, int place, int to_side);

}  // namespace meander
