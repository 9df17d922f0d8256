// Where a sound that is not in a pack belongs among its sounds: the same for the page and the tool.
#pragma once

#include <optional>
#include <vector>

#include "audio/clip.h"
#include "audio/feature_space.h"
#include "pack/idea_sections.h"
#include "pack/sections.h"
#include "space/point.h"

namespace meander {

struct PlacedSound {
  std::vector<Neighbor> nearest;  // at least kPlacingNeighbors, where there are so many; best first
  std::optional<Point2> place;    // nullopt: like none of them
  int trust = 0;  // how many of its ten nearest are among the thirty nearest to its place
};

// `trimmed` as audio/trim.h gives it.
PlacedSound PlaceSound(const Clip& trimmed, const FeatureModel& model, const VectorTable& vectors,
                       const Positions& positions, uint32_t neighbors = kPlacingNeighbors);

}  // namespace meander
