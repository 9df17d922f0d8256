// What the reader does to one ring: how loud, how high, where it stands, which sound it plays, and
// whether there is one more or one less of them.
#pragma once

#include <optional>
#include <string_view>

#include "sounds/state.h"

namespace meander {

// Actions (state.h lists them all): volume "T V"; volume-share, pitch-share, pan-share "0…1" of the
// chosen ring; mute, solo, lock "T"; put "ITEM"; put-in "T ITEM"; add-track; remove-track "T".
// nullopt: none of these.
std::optional<Effects> ApplyToTrack(SoundsState& state, std::string_view action,
                                    std::string_view argument);

// A share of a slider as one of so many whole numbers; −1 for anything that is none.
int LevelIn(std::string_view share, int most);
// What one hand does to one slider is one change, until it has rested. A negative level does
// nothing.
Effects SlideTo(SoundsState& state, std::string_view name, Effects (*set)(SoundsState&, int),
                int level);

}  // namespace meander
