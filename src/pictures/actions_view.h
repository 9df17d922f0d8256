// Those actions that touch neither picture nor layer: lists, dialogs, what is pointed at.
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
