// The letter's picture: a paper column with the journey in words beside the map.
#pragma once

#include "canvas/figure.h"
#include "ideas/state.h"

namespace meander {

Figure IdeasFigure(const IdeasState& state, float width_px, float height_px);

}  // namespace meander
