// Which way up a photo is: cameras store what the chip saw and say beside it how to hold it (EXIF
// 2.32, tag 0x0112). Found in JPEG, PNG and WebP; every offset is checked.
#pragma once

#include <cstdint>
#include <vector>

#include "base/bytes.h"

namespace meander {

// 1 … 8 as EXIF counts; 1, upright, where nothing or nonsense is said.
int OrientationOf(ByteSpan file);
// The same from what stands behind "Exif\0\0": a TIFF head and its first directory.
int OrientationOfTiff(ByteSpan tiff);

struct PhotoSize {
  int width = 0, height = 0;
};
// Turns and mirrors `pixels`, three bytes each, upright; `size` becomes that of the upright photo.
std::vector<uint8_t> Upright(const std::vector<uint8_t>& pixels, int orientation, PhotoSize& size);

}  // namespace meander
