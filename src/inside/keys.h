// What keys do while the stage has the focus.
#pragma once

#include "inside/state.h"

namespace meander {

std::optional<Effects> KeyPressed(InsideState& state, std::string_view key, bool shift);
// Pins it, or lets it go where it is pinned already.
Effects PinTarget(InsideState& state, const InsideTarget& target);

}  // namespace meander
