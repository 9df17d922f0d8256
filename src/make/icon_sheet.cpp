// See icon_sheet.h.
#include "make/icon_sheet.h"

#include <webp/encode.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "make/photo_file.h"
#include "pack/icon_atlas.h"

namespace meander {

std::vector<uint8_t> ShrinkSquare(std::span<const uint8_t> pixels, int side, int to) {
  std::vector<uint8_t> small;
  small.reserve(size_t(to) * size_t(to) * 3);
  // In units of 1/to of a pixel every border is a whole number.
  for (int y = 0; y < to; ++y) {
    for (int x = 0; x < to; ++x) {
      int64_t sums[3] = {};
      for (int v = y * side / to; v * to < (y + 1) * side; ++v) {
        const int high = std::min((v + 1) * to, (y + 1) * side) - std::max(v * to, y * side);
        for (int u = x * side / to; u * to < (x + 1) * side; ++u) {
          const int wide = std::min((u + 1) * to, (x + 1) * side) - std::max(u * to, x * side);
          const uint8_t* const from = &pixels[(size_t(v) * size_t(side) + size_t(u)) * 3];
          for (int c = 0; c < 3; ++c) sums[c] += int64_t{from[c]} * high * wide;
        }
      }
      const int64_t area = int64_t{side} * side;
      for (const int64_t sum : sums) small.push_back(static_cast<uint8_t>((sum + area / 2) / area));
    }
  }
  return small;
}

Result<std::vector<uint8_t>> WriteIconSheet(const std::vector<std::vector<uint8_t>>& tiles,
                                            int side, float quality) {
  const size_t tile_row = size_t(side) * 3, row = kIconColumns * tile_row;
  const size_t rows = (tiles.size() + kIconColumns - 1) / kIconColumns;
  std::vector<uint8_t> sheet(std::max<size_t>(rows, 1) * size_t(side) * row, 128);
  for (size_t i = 0; i < tiles.size(); ++i) {
    const size_t at = i / kIconColumns * size_t(side) * row + i % kIconColumns * tile_row;
    for (size_t y = 0; y < size_t(side); ++y) {
      std::memcpy(&sheet[at + y * row], &tiles[i][y * tile_row], tile_row);
    }
  }
  uint8_t* encoded = nullptr;
  const size_t size =
      WebPEncodeRGB(sheet.data(), kIconColumns * side, static_cast<int>(sheet.size() / row),
                    static_cast<int>(row), quality, &encoded);
  if (size == 0) return Fail(ErrorCode::kUnavailable, "A sheet of icons could not be written.");
  std::vector<uint8_t> file(encoded, encoded + size);
  WebPFree(encoded);
  return file;
}

Result<std::vector<uint8_t>> SmallerIconSheet(std::span<const uint8_t> file, int count, int side,
                                              float quality) {
  TRY(const Photo sheet, ReadPhoto(file));
  const int rows = (count + kIconColumns - 1) / kIconColumns;
  if (sheet.width < kIconColumns * kIconTile || sheet.height < rows * kIconTile) {
    return Fail(ErrorCode::kCorrupt, "A sheet of icons is smaller than its tiles.");
  }
  const size_t row = size_t(sheet.width) * 3, tile_row = size_t{kIconTile} * 3;
  std::vector<std::vector<uint8_t>> tiles;
  for (int i = 0; i < count; ++i) {
    const size_t top = size_t(i / kIconColumns) * kIconTile, left = size_t(i % kIconColumns);
    std::vector<uint8_t> tile;
    for (size_t y = top; y < top + kIconTile; ++y) {
      const auto from = sheet.rgb.begin() + static_cast<std::ptrdiff_t>(y * row + left * tile_row);
      tile.insert(tile.end(), from, from + static_cast<std::ptrdiff_t>(tile_row));
    }
    tiles.push_back(ShrinkSquare(tile, kIconTile, side));
  }
  return WriteIconSheet(tiles, side, quality);
}

}  // namespace meander
