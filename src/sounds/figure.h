// The room's pictures: the letter's, with the map above the beat, and the poster of a figure.
#pragma once

#include "canvas/figure.h"
#include "sounds/state.h"

namespace meander {

// `at`: how far through the pattern it is, for pictures that move; 1: silent.
Figure SoundsFigure(const SoundsState& state, float width_px, float height_px, float at = 1);
// What a figure in somebody's page shows before anybody clicks; its bar is the page's.
Figure SoundsPoster(const SoundsState& state, float width_px, float height_px);

}  // namespace meander
