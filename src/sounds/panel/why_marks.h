// What is drawn on the card of two sounds side by side, as marks.
#pragma once

#include <vector>

#include "canvas/figure.h"
#include "sounds/panel/why_places.h"
#include "sounds/state.h"

namespace meander {

// What is different is hatched, beside being of another colour.
struct WhyMarks {
  Figure figure;
  std::vector<Rect> hatched;
};
WhyMarks MarksOfWhy(const SoundsState& state, const WhyPlaces& places, float pixel_ratio);

}  // namespace meander
