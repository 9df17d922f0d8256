// The few drawn signs that controls carry; the shipped faces have no arrows.
#pragma once

#include <imgui.h>

#include "space/point.h"

namespace meander {

enum class Icon { kNone, kPlay, kPause, kPlus, kMinus, kFit, kArrow, kBack, kClose };

// Centred in a square of `size_px` (design size 16).
void DrawIcon(ImDrawList* list, Icon icon, Point2 center_px, float size_px, ImU32 color);

}  // namespace meander
