// See icon_sheet.h.
#include "make/icon_sheet.h"

#include <webp/encode.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

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
                                            float quality) {
  constexpr size_t kRow = size_t{kIconColumns} * kIconTile * 3;
  const size_t rows = (tiles.size() + kIconColumns - 1) / kIconColumns;
  std::vector<uint8_t> sheet(std::max<size_t>(rows, 1) * kIconTile * kRow, 128);
  for (size_t i = 0; i < tiles.size(); ++i) {
    const size_t at = i / kIconColumns * kIconTile * kRow + i % kIconColumns * kIconTile * 3;
    for (size_t y = 0; y < size_t{kIconTile}; ++y) {
      std::memcpy(&sheet[at + y * kRow], &tiles[i][y * kIconTile * 3], kIconTile * 3);
    }
  }
  uint8_t* encoded = nullptr;
  const size_t size =
      WebPEncodeRGB(sheet.data(), kIconColumns * kIconTile, static_cast<int>(sheet.size() / kRow),
                    static_cast<int>(kRow), quality, &encoded);
  if (size == 0) return Fail(ErrorCode::kUnavailable, "A sheet of icons could not be written.");
  std::vector<uint8_t> file(encoded, encoded + size);
  WebPFree(encoded);
  return file;
}

}  // namespace meander
