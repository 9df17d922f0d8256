// The letter's picture: a paper column with the journey in words beside the map.
#pragma once

#include "canvas/figure.h"
#include "ideas/state.h"

namespace meander {

// `at`: how much of the way has been walked, for pictures that move; 1: all of it.
Figure IdeasFigure(const IdeasState& state, float width_px, float height_px, float at = 1);
// The map alone, as a figure in a page shows it before anybody clicks.
Figure IdeasPoster(const IdeasState& state, float width_px, float height_px);

}  // namespace meander
