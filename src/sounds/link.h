// A beat in a link: its code (audio/beat_code.h) and nothing else, so that the tool reads it as
// well (./meander beat).
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "sounds/state.h"

namespace meander {

// Sounds of one's own stay here: the nearest of the pack stands in the link for each.
std::string WholeBeatOf(const SoundsState& state);
// The same for the page's address, which stays plain while nobody has touched the beat that a first
// visit begins with.
std::string PayloadOf(const SoundsState& state);

}  // namespace meander
