// Sheets of icons: tiles of kIconTile pixels, kIconColumns in a row, as one WebP file by libwebp.
// Native tools only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/error.h"

namespace meander {

// A square picture of `side` · `side` · 3 bytes made smaller to `to` · `to`, each pixel the mean of
// the area that it covers; `to` ≤ `side`.
std::vector<uint8_t> ShrinkSquare(std::span<const uint8_t> pixels, int side, int to);

// `tiles`: kIconTile² · 3 bytes each. `quality`: 0 … 100.
Result<std::vector<uint8_t>> WriteIconSheet(const std::vector<std::vector<uint8_t>>& tiles,
                                            float quality);

}  // namespace meander
