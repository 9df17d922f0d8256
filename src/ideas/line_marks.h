// The journey's line on the map: one stroke a hop, a disc a stop, capsules where stops crowd.
#pragma once

#include <vector>

#include "canvas/room.h"
#include "canvas/stop_groups.h"
#include "ideas/state.h"

namespace meander {

// The main line of more stops than this has numerals only on its first, last and current stop and
// on every fifth, one of more hops than that draws the older ones thin.
inline constexpr size_t kMostNumerals = 25, kMostStrongHops = 60;

void AddJourney(const IdeasState& state, const View& view, Scene& scene);
// How much of the whole line, 0..1, the animation has drawn.
float DrawnShare(const IdeasState& state, const View& view);

// Of the main line: positions in it.
std::vector<StopGroup> GroupStops(const IdeasState& state, const View& view);
// Whether a stop of the main line, of that many, is told by number and name.
bool HasNumeral(size_t stops, const StopGroup& group);

}  // namespace meander
