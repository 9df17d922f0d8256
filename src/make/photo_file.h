// A photo from a file's bytes, upright: PNG by libpng, JPEG by libjpeg-turbo, WebP by libwebp.
// Native tools only; in the page the browser decodes. Whatever else a file is, is said in one
// sentence.
#pragma once

#include <cstdint>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

inline constexpr size_t kMostPhotoBytes = size_t{64} << 20;
// A picture of so many takes at most about 1 GB while it is read: a progressive JPEG's
// coefficients, or a WebP's four channels beside its three.
inline constexpr size_t kMostPhotoPixels = 100'000'000;
inline constexpr int kLongestPhotoSide = 30'000;  // as much as is made smaller (see_photo.cpp)

struct Photo {
  int width = 0, height = 0;
  std::vector<uint8_t> rgb;  // three bytes a pixel, rows from the top; what was clear is on white
  const char* kind = "";     // "PNG", "JPEG", "WebP"
  int orientation = 1;       // as the file said it; the pixels are upright already
};
Result<Photo> ReadPhoto(ByteSpan file);

}  // namespace meander
