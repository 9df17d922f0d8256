// Makes a pack of drawings from its recipe: examples drawn for it, what the network's channels fire
// for in them, and the network itself.
#pragma once

#include "base/error.h"
#include "make/idea_map.h"

namespace meander {

Result<void> MakeDrawings(const MakeOptions& options);

}  // namespace meander
