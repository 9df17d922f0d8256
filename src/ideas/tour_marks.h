// A tour on the map: how far its line is drawn, and what stays of it once the reader has left.
#pragma once

#include <vector>

#include "canvas/room.h"
#include "ideas/state.h"

namespace meander {

// How much of the tour's line, 0…1, has been walked; the newest hop grows.
float TourShare(const IdeasState& state, const View& view);
// Dotted in ink, as somebody else's line is. Nothing while the tour is on, or without one.
void AddTourLeft(const IdeasState& state, Scene& scene);

// A line that is not the reader's own: dotted, without casing, small rings at its stops.
void AddDottedLine(const IdeaMap& map, const std::vector<uint32_t>& items, float width_px,
                   Paint paint, Scene& scene);

}  // namespace meander
