// What is drawn on the stage: the sheet with its strokes, the grids of the layers, what the place
// that is spoken of is mostly; and what lies under a pointer.
#pragma once

#include <array>

#include "canvas/scene.h"
#include "canvas/stage_painter.h"
#include "drawings/sheet_places.h"
#include "drawings/state.h"

namespace meander {

// Items of the scene: the sheet takes what is dragged over it; grids are there to be pressed.
inline constexpr uint32_t kSheetItem = 1, kGridItem = 2;

// Where everything lies, in the stage's pixels, y down.
struct DrawingLayout {
  Rect sheet, big;
  struct Small {
    Rect box;
    int layer = 0;
  };
  std::array<Small, 3> small{};
  Rect channels{};
  bool has_small = false, has_channels = false, channels_lie = false;  // lie: side by side
};
DrawingLayout DrawingLayoutOf(const StageFrame& frame, int layer);

Scene DrawingsScene(const DrawingsState& state, const StageFrame& frame);
// On the sheet, 0 … 1 along both sides.
Point2 OnSheet(const StageFrame& frame, const DrawingsState& state, Point2 at_px);
// A place of a grid, or the one that lies over that spot of the sheet.
DrawingTarget DrawingTargetAt(const DrawingsState& state, const StageFrame& frame, Point2 at_px);

}  // namespace meander
