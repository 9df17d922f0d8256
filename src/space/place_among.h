// Where a text that is no item of a map belongs on it: among the items nearest to it in meaning.
#pragma once

#include <optional>
#include <span>

#include "space/point.h"

namespace meander {

inline constexpr float kReachOfPlace = 0.12f;  // world units: what lies so close counts as there

struct PlacedNeighbor {
  Point2 at;  // world; the map is 2 wide
  float cosine = 0;
};

// The place where most of the weight of its nearest items lies: the neighbour with the most weight
// around it (a neighbour weighs by its closeness, and counts less the farther away it lies), then
// the weighted mean of those close to it. Far-off neighbours do not pull it into the sea between.
// nullopt: none, or none with a closeness above 0.
std::optional<Point2> PlaceAmong(std::span<const PlacedNeighbor> neighbors);

}  // namespace meander
