// The room's picture for letters and posters.
#pragma once

#include "canvas/figure.h"
#include "drawings/state.h"

namespace meander {

Figure DrawingsPoster(const DrawingsState& state, float width_px, float height_px);
// `at`: how much of the drawing there is, for pictures that move; 1: all of it.
Figure DrawingsFigure(const DrawingsState& state, float width_px, float height_px, float at = 1);

}  // namespace meander
