// What the map shows: dots, names, the journey's line and stops, rays to true neighbours, the arc
// to what is pointed at, the place of a searched text.
#pragma once

#include <vector>

#include "canvas/room.h"
#include "ideas/state.h"

namespace meander {

// Everything but the names, which need the plan and fade. `drawn` 0..1: how much of the growing
// part of the line is there.
Scene MarksOf(const IdeasState& state, const View& view);
// Names of stops and whatever else is named anew for this view, the most important first and
// without a place yet; `boxes` gets the screen room that their discs take.
std::vector<LabelMark> StopNames(const IdeasState& state, const View& view,
                                 std::vector<Rect>& boxes);
// True while the line still grows at view.now_s.
bool LineIsGrowing(const IdeasState& state, const View& view);

}  // namespace meander
