// The journey's line on the map: one stroke a hop, a disc a stop, capsules where stops crowd.
#pragma once

#include <vector>

#include "canvas/room.h"
#include "ideas/state.h"

namespace meander {

// The main line of more stops than this has numerals only on its first, last and current stop and
// on every fifth, one of more hops than that draws the older ones thin.
inline constexpr size_t kMostNumerals = 25, kMostStrongHops = 60;

void AddJourney(const IdeasState& state, const View& view, Scene& scene);
// How much of the whole line, 0..1, the animation has drawn.
float DrawnShare(const IdeasState& state, const View& view);

// Stops of the main line that stand within 20 px of one another share a capsule; one entry a disc.
struct StopGroup {
  std::vector<int> places;  // positions in the main line, ascending
  Point2 at_in_world;
  bool holds_current = false;
};
std::vector<StopGroup> GroupStops(const IdeasState& state, const View& view);
// The same for any line of places; none is the current one.
std::vector<StopGroup> GroupPlaces(const std::vector<Point2>& places_in_world, const View& view);
// Whether a stop of the main line, of that many, is told by number and name.
bool HasNumeral(size_t stops, const StopGroup& group);
// "7", "1 · 2 · 3", "4 · 5 · 6 …".
std::string NumeralOf(const StopGroup& group);

}  // namespace meander
