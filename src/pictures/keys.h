// Keys while the stage has the focus: arrows move the place (in Units go along the layer, in a flow
// from group to group), Shift and arrows in Units through a form's stills; [ ] or Page Up and Down
// the layer, Space plays through them (in Units it grows a form, and Shift and Space play); 1 … 4
// the slice, X shares or activations, + and − how many groups (in Grid closer, further), O or I one
// group alone, H without it, A lets an earlier layer flow in, G the ghost, N another picture, S
// swaps the two kinds, L the list, P or Enter pins, Escape lets go, ? helps. What the reader is
// told of them: "pictures.key_…" in web/words.json.
#pragma once

#include <optional>
#include <string_view>

#include "pictures/state.h"

namespace meander {

// nullopt: not for this room.
std::optional<Effects> PictureKey(PicturesState& state, std::string_view key, bool shift);

}  // namespace meander
