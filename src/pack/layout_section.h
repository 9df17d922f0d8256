// A second layout of the items of an idea map; see sections.h for the first.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "pack/sections.h"

namespace meander {

// "islands": uint16 x, y an item, all of a chunk, as in "positions"; then a byte of trust an item,
// as in "trust". What belongs together lies closer together than on the first.
inline constexpr std::string_view kIslands = "islands";

struct SecondLayout {
  Positions positions;
  std::vector<uint8_t> trust;
};

// Adds the items of one chunk. kCorrupt when it does not hold what it should.
Result<void> ReadLayout(ByteSpan chunk, uint32_t item_count, SecondLayout& into);
std::vector<uint8_t> WriteLayout(const SecondLayout& layout, uint32_t first, uint32_t count);

}  // namespace meander
