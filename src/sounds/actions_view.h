// The actions that leave the beat as it is, and what actions carry as text, read without trust.
#pragma once

#include <string_view>
#include <vector>

#include "sounds/state.h"

namespace meander {

// "2 -7 0": whole numbers between −1,000,000,000 and 1,000,000,000 with single spaces; empty for
// anything else.
std::vector<int> NumbersIn(std::string_view text);

// A share from a slider, 0 to 1; −1 for anything that is none.
float SliderShareIn(std::string_view text);

// A sound of the pack that no track has, near the chosen ring; kNoItem where there is none.
uint32_t SpareSound(const SoundsState& state);

// Actions that begin with "search" or "filter-" (actions_search.cpp).
Effects ApplyToSearch(SoundsState& state, std::string_view action, std::string_view argument);
Effects ApplyToView(SoundsState& state, std::string_view action, std::string_view argument);
// With the makers' names in it, which may be still to come.
Effects SaveSoundsPicture(SoundsState& state, bool svg);

}  // namespace meander
