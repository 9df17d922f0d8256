// Two bars that share a middle: how much a line is like the first (filled) and like the last
// (outlined).
#pragma once

#include <imgui.h>

#include "space/point.h"

namespace meander {

// Both 0..1; the left one grows leftwards from the middle of `in_px`, the right one rightwards.
void DrawBarPair(ImDrawList* list, const Rect& in_px, float filled_left, float outlined_right);

}  // namespace meander
