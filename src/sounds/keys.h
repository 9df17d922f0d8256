// What keys do while the chart has the keyboard: rings, sounds and steps without a mouse.
#pragma once

#include <optional>
#include <string_view>

#include "sounds/state.h"

namespace meander {

// nullopt: not a key of this room.
std::optional<Effects> ApplyKey(SoundsState& state, const PointTable* dots, std::string_view key,
                                bool shift);

// The same in the page's twin of the steps: "ArrowLeft", "Shift+ArrowUp".
Effects ApplyGridKey(SoundsState& state, std::string_view key);

}  // namespace meander
