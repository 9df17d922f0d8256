// The room's picture for letters and posters.
#pragma once

#include "canvas/figure.h"
#include "pictures/state.h"

namespace meander {

Figure PicturesPoster(const PicturesState& state, float width_px, float height_px);
// `at`: how far down through the layers, for pictures that move; 1: the layer that is shown.
Figure PicturesFigure(const PicturesState& state, float width_px, float height_px, float at = 1);

}  // namespace meander
