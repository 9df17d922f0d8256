// The ink pill that tells, once, how the map is moved here.
#pragma once

#include <imgui.h>

#include <string_view>

#include "space/point.h"

namespace meander {

// Its upper left corner at `at_px`; `fade` 0..1.
void DrawHint(ImDrawList* list, Point2 at_px, std::string_view text, float fade);

}  // namespace meander
