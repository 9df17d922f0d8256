// Makes a pack of drawings from its recipe: examples drawn for it, what the network's channels fire
// for in them, and the network itself.
#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"
#include "make/idea_map.h"
#include "pack/pen_sections.h"

namespace meander {

// The signs as a person calls them, by a table of lines: Typst's name, a space, ours. Refused where
// it leaves one out.
Result<std::vector<PenSign>> NameSigns(const std::vector<PenSign>& signs, std::string_view table);

Result<void> MakeDrawings(const MakeOptions& options);

}  // namespace meander
