// The ink card that names what is pointed at.
#pragma once

#include <imgui.h>

#include <string_view>

#include "space/point.h"

namespace meander {

// Beside `anchor_px`, kept inside `within_px`; one bold line and, unless empty, a small one under
// it. Drawn on `list` (ImGui::GetForegroundDrawList() as a rule); returns where it lies.
Rect DrawTooltip(ImDrawList* list, Point2 anchor_px, float gap_px, const Rect& within_px,
                 std::string_view title, std::string_view detail, float opacity = 1);

}  // namespace meander
