// Chunks, row filters and the two kinds of file.
#include "canvas/png.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string_view>

#include "base/bytes.h"
#include "canvas/deflate.h"

namespace meander {
namespace {

void PutBig32(uint32_t value, std::vector<uint8_t>& out) {
  for (const int shift : {24, 16, 8, 0}) out.push_back(static_cast<uint8_t>(value >> shift));
}

void PutChunk(std::string_view type, ByteSpan data, std::vector<uint8_t>& out) {
  PutBig32(static_cast<uint32_t>(data.size()), out);
  out.insert(out.end(), type.begin(), type.end());
  out.insert(out.end(), data.begin(), data.end());
  PutBig32(Crc32(data, Crc32(AsBytes(type))), out);
}

void PutWords(std::string_view keyword, std::string_view text, std::vector<uint8_t>& out) {
  if (text.empty()) return;
  std::vector<uint8_t> data(keyword.begin(), keyword.end());
  data.insert(data.end(),
              {0, 0, 0, 0, 0});  // ends keyword; not compressed; no language, no translation
  data.insert(data.end(), text.begin(), text.end());
  PutChunk("iTXt", data, out);
}

std::vector<uint8_t> Begin(const Picture& picture, uint8_t color_type, const PngOptions& options) {
  std::vector<uint8_t> out = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  std::vector<uint8_t> header;
  PutBig32(static_cast<uint32_t>(picture.width), header);
  PutBig32(static_cast<uint32_t>(picture.height), header);
  header.insert(header.end(), {8, color_type, 0, 0, 0});
  PutChunk("IHDR", header, out);
  PutChunk("sRGB", std::array<uint8_t, 1>{0}, out);
  std::vector<uint8_t> density;
  const auto per_meter = static_cast<uint32_t>(std::lround(96 * options.pixel_ratio / 0.0254));
  PutBig32(per_meter, density);
  PutBig32(per_meter, density);
  density.push_back(1);
  PutChunk("pHYs", density, out);
  PutWords("Title", options.title, out);
  PutWords("Description", options.description, out);
  PutWords("Source", options.source, out);
  return out;
}

uint8_t Paeth(int left, int up, int corner) {
  const int guess = left + up - corner;
  const int a = std::abs(guess - left), b = std::abs(guess - up), c = std::abs(guess - corner);
  return static_cast<uint8_t>(a <= b && a <= c ? left : b <= c ? up : corner);
}

// A row after filter `kind` (PNG 9.2), its kind first.
std::vector<uint8_t> Filtered(int kind, ByteSpan row, ByteSpan above, size_t step) {
  std::vector<uint8_t> out{static_cast<uint8_t>(kind)};
  out.reserve(row.size() + 1);
  for (size_t i = 0; i < row.size(); ++i) {
    const uint8_t left = i >= step ? row[i - step] : 0, up = above.empty() ? 0 : above[i];
    const uint8_t corner = i >= step && !above.empty() ? above[i - step] : 0;
    const uint8_t guess = kind == 1   ? left
                          : kind == 2 ? up
                          : kind == 4 ? Paeth(left, up, corner)
                                      : 0;
    out.push_back(static_cast<uint8_t>(row[i] - guess));
  }
  return out;
}

// The filter with the least sum of absolute differences, as the PNG specification suggests.
std::vector<uint8_t> BestFiltered(ByteSpan row, ByteSpan above, size_t step) {
  std::vector<uint8_t> best;
  uint64_t best_sum = std::numeric_limits<uint64_t>::max();
  for (const int kind : {0, 1, 2, 4}) {
    std::vector<uint8_t> candidate = Filtered(kind, row, above, step);
    uint64_t sum = 0;
    for (size_t i = 1; i < candidate.size(); ++i) {
      sum += static_cast<uint64_t>(std::abs(static_cast<int8_t>(candidate[i])));
    }
    if (sum < best_sum) {
      best_sum = sum;
      best = std::move(candidate);
    }
  }
  return best;
}

}  // namespace

std::vector<uint8_t> WritePng(const Picture& picture, const PngOptions& options) {
  std::vector<uint8_t> out = Begin(picture, options.keep_alpha ? 6 : 2, options);
  const int step = options.keep_alpha ? 4 : 3;
  const size_t row_bytes = static_cast<size_t>(step) * picture.width;
  std::vector<uint8_t> rows, above, row(row_bytes);
  for (int y = 0; y < picture.height; ++y) {
    const uint8_t* from = picture.rgba.data() + size_t{4} * picture.width * y;
    for (int x = 0; x < picture.width; ++x) std::copy_n(from + 4 * x, step, row.begin() + step * x);
    const std::vector<uint8_t> filtered = BestFiltered(row, above, static_cast<size_t>(step));
    rows.insert(rows.end(), filtered.begin(), filtered.end());
    above = row;
  }
  PutChunk("IDAT", DeflateZlib(rows), out);
  PutChunk("IEND", {}, out);
  return out;
}

std::vector<uint8_t> WritePalettePng(const Picture& picture, const PngOptions& options) {
  const PalettePicture reduced = ReduceColors(picture, options.most_colors);
  std::vector<uint8_t> out = Begin(picture, 3, options);
  std::vector<uint8_t> palette;
  for (const uint32_t color : reduced.colors) {
    for (const int shift : {0, 8, 16}) palette.push_back(static_cast<uint8_t>(color >> shift));
  }
  PutChunk("PLTE", palette, out);
  std::vector<uint8_t> rows;
  rows.reserve(reduced.indices.size() + picture.height);
  for (int y = 0; y < picture.height; ++y) {
    rows.push_back(0);
    const auto from = reduced.indices.begin() + static_cast<std::ptrdiff_t>(picture.width) * y;
    rows.insert(rows.end(), from, from + picture.width);
  }
  PutChunk("IDAT", DeflateZlib(rows), out);
  PutChunk("IEND", {}, out);
  return out;
}

}  // namespace meander
