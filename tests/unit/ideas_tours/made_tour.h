// A tour of the little map for tests: four stops, one of every kind of camera.
#pragma once

#include <string>

#include "ideas/tour.h"
#include "ideas/tour_file.h"
#include "small_map.h"

namespace meander {

inline Tour MadeTour() {
  return {"Bread and salt",
          "Somebody",
          {{7, "It begins with bread.", {}, {}},
           {18, "Then salt.", SharedView{{0.25f, -0.5f}, 0.4f}, {}},
           {24, "A bridge of both.", {}, {18, 24}},
           {0, "", {}, {}}}};
}

inline std::string MadeFile() { return WriteTourFile(MadeTour(), Map()); }

// As it stands when the tour has been opened from a file beside the page.
inline IdeasState OnTour(TourSource source = TourSource::kBeside) {
  IdeasState state = StateOf(MakeSmallPack());
  OpenTour(state, MadeTour(), source, true);
  return state;
}

}  // namespace meander
