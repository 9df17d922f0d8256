// The other journey on the map: dotted in ink beside the one that is walked; what both went through
// ringed with dots.
#pragma once

#include <vector>

#include "canvas/room.h"
#include "ideas/state.h"

namespace meander {

void AddOther(const IdeasState& state, Scene& scene);
// Names of the stops that only the other went through; none where there is little room.
void AddOtherNames(const IdeasState& state, const View& view, std::vector<LabelMark>& names);

}  // namespace meander
