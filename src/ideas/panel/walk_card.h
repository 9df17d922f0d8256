// The legend of a walk: which ways there are, how weak each one's weakest step is, and the choice.
#pragma once

#include <optional>
#include <vector>

#include "canvas/room.h"
#include "ideas/state.h"

namespace meander {

// Where the card lies; nullopt: none is shown (too small a chart, or no walk yet).
std::optional<Rect> WalkCardBox(const IdeasState& state, const View& view);
// Inside a Dear ImGui frame; the way that was pressed.
std::optional<Way> DrawWalkCard(const IdeasState& state, const View& view);

}  // namespace meander
