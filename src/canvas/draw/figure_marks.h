// The rectangles, lines, dots and type of a Figure, in pixels, on a draw list.
#pragma once

#include <imgui.h>

#include "canvas/figure.h"

namespace meander {

void DrawFigureMarks(const Figure& figure, ThemeKind theme, ImDrawList* list);

}  // namespace meander
