// The Inside room's picture: the view that is shown, with the likeness and one sentence.
#pragma once

#include "canvas/figure.h"
#include "inside/state.h"

namespace meander {

Figure InsideFigure(const InsideState& state, float width_px, float height_px);

}  // namespace meander
