// Makes a pack of lines from its recipe: read, choose, embed, code book, tables, map, write. Each
// long step is kept by the hash of its inputs.
#pragma once

#include "base/error.h"
#include "make/idea_map.h"

namespace meander {

// The same recipe and sources give the same bytes. A source that the recipe calls optional and that
// is not on this machine is left out; the manifest says so.
Result<void> MakeLines(const MakeOptions& options);

}  // namespace meander
