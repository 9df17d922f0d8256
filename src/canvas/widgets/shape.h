// What several controls share: filled and outlined shapes with true soft edges, the raised ground
// with its shadow, the focus ring, and text set in a box.
#pragma once

#include <imgui.h>

#include <string_view>

#include "canvas/theme.h"
#include "space/point.h"

namespace meander {

void FillRounded(ImDrawList* list, const Rect& in_px, float radius_px, ImU32 color);
// A line `width_px` wide just inside the rectangle's edge.
void OutlineRounded(ImDrawList* list, const Rect& in_px, float radius_px, float width_px,
                    ImU32 color);

// The design's raised level: two soft shadows (0 1px 2px, 0 8px 28px) and a filled ground.
void DrawRaised(ImDrawList* list, const Rect& in_px, float radius_px, float opacity = 1);

// 2 px ring with a 2 px gap around a control that has the keyboard's focus.
void DrawFocusRing(ImDrawList* list, const Rect& in_px, float radius_px);

float WidthOf(TextStyle style, std::string_view text);
// Baseline at which letters of this style stand in the middle of [top, bottom].
float MiddleBaseline(TextStyle style, float top_px, float bottom_px);
void DrawTextIn(ImDrawList* list, TextStyle style, const Rect& in_px, ImU32 color,
                std::string_view text, float align = 0.5f);

}  // namespace meander
