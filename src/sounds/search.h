// Finding a sound by its name.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sounds/state.h"

namespace meander {

// Items that are shown and whose name, or whose region's, has a word that begins with every word of
// the text, then those that hold it anywhere; a slip of one letter is forgiven in words of five and
// more. Best first, at most 60.
std::vector<uint32_t> FindSounds(const SoundsState& state, std::string_view text);

}  // namespace meander
