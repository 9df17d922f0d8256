// Sheets of icons: square tiles, kIconColumns in a row, as one WebP file by libwebp.
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

// `tiles`: `side`² · 3 bytes each. `quality`: 0 … 100.
Result<std::vector<uint8_t>> WriteIconSheet(const std::vector<std::vector<uint8_t>>& tiles,
                                            int side, float quality);
// A sheet of `count` tiles of kIconTile pixels with tiles of `side` ≤ kIconTile instead. kCorrupt
// where it is smaller than its tiles.
Result<std::vector<uint8_t>> SmallerIconSheet(std::span<const uint8_t> file, int count, int side,
                                              float quality);

}  // namespace meander
