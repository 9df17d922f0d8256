// Stops that stand on one spot of a map share a disc, a capsule with their numerals: "1 · 2 · 3".
#pragma once

#include <span>
#include <string>
#include <vector>

#include "canvas/room.h"

namespace meander {

struct StopGroup {
  std::vector<int> places;  // positions among the stops, ascending
  Point2 at_in_world;
  bool holds_current = false;
};
// Stops within 20 px of the first of a group belong to it; none is the current one.
std::vector<StopGroup> GroupPlaces(std::span<const Point2> places_in_world, const View& view);
// "7", "1 · 2 · 3", "4 · 5 · 6 …", counted from 1.
std::string NumeralOf(const StopGroup& group);

}  // namespace meander
