// What the fifth room says: its words, links, buttons and the mirror of its chart.
#pragma once

#include "canvas/room.h"
#include "state.h"

namespace meander {

Page IslandsPage(const IslandsState& state, const View& view);

}  // namespace meander
