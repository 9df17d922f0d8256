// The grid of steps as marks in pixels: one drawing for the live page, for posters and for letters.
#pragma once

#include "canvas/figure.h"
#include "sounds/beat_moment.h"
#include "sounds/grid_places.h"

namespace meander {

// Adds rects, lines, dots and type; `ground` also the paper that they stand on, as wide as the
// chart.
void AddGrid(const SoundsState& state, const SoundsLayout& layout, const BeatMoment& moment,
             bool ground, Figure& figure);

}  // namespace meander
