// What the fifth room draws, from its state alone.
#pragma once

#include <vector>

#include "canvas/room.h"
#include "state.h"

namespace meander {

// Dots, the way as curves, stops as discs, the cursor, chevrons towards stops out of view.
Scene IslandsMarks(const IslandsState& state, const View& view);
// Names of islands for the plan, first those that matter most.
std::vector<LabelMark> IslandNames(const IslandsState& state);
// Names beside stops; `boxes` gets what they take.
std::vector<LabelMark> StopNames(const IslandsState& state, const View& view,
                                 std::vector<Rect>& boxes, std::span<const LabelMark> before);
Figure IslandsFigure(const IslandsState& state, float width_px, float height_px);

}  // namespace meander
