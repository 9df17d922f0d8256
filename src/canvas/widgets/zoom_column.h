// The + − and fit buttons in a column at the chart's corner.
#pragma once

#include "space/point.h"

namespace meander {

enum class ZoomPress { kNone, kIn, kOut, kFit };

// Size of the column: two or three buttons.
Point2 ZoomColumnSize(bool with_fit);
// Draws it with its lower right corner at `corner_px`, as a card of its own.
ZoomPress ZoomColumn(Point2 corner_px, bool with_fit);

}  // namespace meander
