// Writes pictures as PNG files, true colour or with a palette, natively and in the page alike.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "canvas/picture.h"

namespace meander {

struct PngOptions {
  std::string title, description;  // UTF-8, as iTXt; empty: left out
  float pixel_ratio = 1;           // as pHYs, so that a 2× picture prints at its own size
  bool keep_alpha = false;         // true colour only; our whole pictures are opaque
  std::string source{};            // an address
  size_t most_colors = 256;        // of a palette; fewer compress better
};

// 24 bits a pixel, or 32 where alpha is kept.
std::vector<uint8_t> WritePng(const Picture& picture, const PngOptions& options);

// At most 256 colours, chosen in OKLab, without dithering: flat fills stay flat, and a chart with
// set type compresses to a few hundred kilobytes, which letters ask for.
std::vector<uint8_t> WritePalettePng(const Picture& picture, const PngOptions& options);
// The same with fewer colours, 64 at least, where it would weigh more than `most_bytes`.
std::vector<uint8_t> WritePalettePngWithin(const Picture& picture, PngOptions options,
                                           size_t most_bytes);

struct PalettePicture {
  std::vector<uint32_t> colors;  // 0x00BBGGRR, at most 256
  std::vector<uint8_t> indices;  // one a pixel
};
// A colour that fills most of its cluster is kept exactly.
PalettePicture ReduceColors(const Picture& picture, size_t most_colors = 256);

}  // namespace meander
