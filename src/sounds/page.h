// What the room of sounds says: its words, buttons, fields, and the twin of its map and grid.
#pragma once

#include "canvas/page_parts.h"
#include "sounds/state.h"

namespace meander {

Page SoundsPage(const SoundsState& state, const View& view);

}  // namespace meander
