// What the map shows beside the card of two sounds: the pair, the line between them, and the thin
// rays to other true neighbours, which can be pressed to compare with.
#pragma once

#include <vector>

#include "sounds/state.h"

namespace meander {

void AddWhyPair(const SoundsState& state, const View& view, Scene& scene);
std::vector<LabelMark> WhyNames(const SoundsState& state, const View& view);

}  // namespace meander
