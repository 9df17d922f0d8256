// The lines of a walk between two ideas on the map: kind is dash, choice is colour (views-a.md).
#pragma once

#include <vector>

#include "ideas/state.h"

namespace meander {

// All ways that were found, the chosen one last and strong, its stops numbered.
void AddWalks(const IdeasState& state, const View& view, Scene& scene);
// Names of the chosen way's stops, current first; `boxes` gets the room its discs take.
void AddWalkNames(const IdeasState& state, const View& view, std::vector<LabelMark>& names,
                  std::vector<Rect>& boxes);

}  // namespace meander
