// A section of the pack that comes in several chunks, joined once all of them are here.
#pragma once

#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "pack/format.h"

namespace meander {

// Puts one chunk of `section` into `parts`; whether all are here now, and then their bytes in a row
// are in `all` and `parts` is empty.
bool TakePart(const PackHead& head, std::string_view section, const ChunkRef& chunk, ByteSpan bytes,
              std::vector<std::vector<uint8_t>>& parts, std::vector<uint8_t>& all);

}  // namespace meander
