// Keys while the stage has the focus: arrows move the place, [ ] or Page Up and Down the layer,
// Space plays through them, 2 … 9 how many groups, Z or Backspace takes back, C clears, N another
// drawing, S saves the strokes, X asks against another sign, G the ghost, L the list, P or Enter
// pins, Escape lets go, ? helps. What the reader is told of them: "drawings.key_…" in
// web/words.json.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "drawings/state.h"

namespace meander {

// nullopt: not for this room.
std::optional<Effects> DrawingKey(DrawingsState& state, std::string_view key);

// "1 4 97", as "point" and "pin" read it.
std::string DrawingTargetText(const DrawingTarget& target);

}  // namespace meander
