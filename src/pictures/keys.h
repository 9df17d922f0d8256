// Keys while the stage has the focus: arrows move the place, [ ] or Page Up and Down the layer,
// 1 … 4 the slice, X shares or activations, + and − how many groups, I isolates, H hides, G the
// ghost, N another picture.
#pragma once

#include <optional>
#include <string_view>

#include "pictures/state.h"

namespace meander {

// nullopt: not for this room.
std::optional<Effects> PictureKey(PicturesState& state, std::string_view key, bool shift);

}  // namespace meander
