// What this page keeps on the reader's device, told and cleared in one place. Part of state.h's
// Apply; whoever stores something new (RememberEffect) lists it here: tests hold it.
#pragma once

#include <string_view>

#include "canvas/room.h"

namespace meander {

struct IdeasState;

// Names of actions begin with "stored": "stored" opens the panel; "stored-clear", "stored-undo".
// The app forgets and brings back the choice of light or dark by the same names.
Effects ApplyStored(IdeasState& state, std::string_view action);

}  // namespace meander
