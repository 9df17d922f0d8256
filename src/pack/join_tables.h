// Tables that come in chunks, put together again.
#pragma once

#include "base/error.h"
#include "pack/sections.h"
#include "space/vector_table.h"

namespace meander {

// Puts a chunk's rows after those of the chunks before; kCorrupt where they differ in length.
Result<void> Append(NeighborLists part, NeighborLists& lists);
Result<void> Append(VectorTable part, VectorTable& table);

}  // namespace meander
