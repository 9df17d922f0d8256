// The Inside room's picture: the view that is shown, with the likeness and one sentence.
#pragma once

#include "canvas/figure.h"
#include "inside/state.h"

namespace meander {

// What a figure in somebody's page shows before anybody clicks: the stage, above where the bar will
// lie.
Figure InsidePoster(const InsideState& state, float width_px, float height_px);
// `at`: how far down through the layers, for pictures that move; 1: the layer that is shown.
Figure InsideFigure(const InsideState& state, float width_px, float height_px, float at = 1);

}  // namespace meander
