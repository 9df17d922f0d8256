// The fifth room's one card over the chart; its buttons have twins in the Page.
#pragma once

#include <string>
#include <vector>

#include "canvas/room.h"
#include "state.h"

namespace meander {

// Where it will stand, so that no name lies under it.
Rect IslandsCardBox(const View& view);
// The actions that were pressed, by the names that Apply knows.
std::vector<std::string> DrawIslandsCard(const IslandsState& state, const View& view);

}  // namespace meander
