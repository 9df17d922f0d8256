// Those actions that change neither which picture nor which layer: lists, dialogs, what is pointed
// at, how close the grid is seen, what is copied and saved. LookedAgain and PictureTargetIn are
// here for the other actions as well.
#pragma once

#include <optional>
#include <string_view>

#include "pictures/state.h"

namespace meander {

// Nothing where `action` is none of them.
std::optional<Effects> ApplyToPictureView(PicturesState& state, std::string_view action,
                                          std::string_view argument);
// What is asked for after another look at the same picture, and the link.
Effects LookedAgain(PicturesState& state, bool new_entry = false);
// "1 4 97": kind, and its numbers.
PictureTarget PictureTargetIn(std::string_view text);

}  // namespace meander
