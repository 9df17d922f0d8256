// What the network is given of a photo: a square of .875 of its shorter side from the middle, made
// smaller to 224 × 224 as Pillow's antialiased bicubic does it, to the last bit: Keys' cubic (1981)
// with a = -0.5, widened by the scale, weights in 22 bits, first along rows, then along columns,
// each rounded to 0 … 255. The same in page and tool, so that a photo is seen alike whoever decoded
// it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/error.h"
#include "net/convnet/convnet_layout.h"

namespace meander {

// Rows from the top, each from the left; three or four bytes a pixel, the fourth left alone.
struct PhotoPixels {
  int width = 0, height = 0, bytes_each = 3;
  std::span<const uint8_t> bytes;
};
struct PhotoSquare {
  int left = 0, top = 0, side = 0;  // pixels
};
struct PhotoPart {
  int left = 0, top = 0, width = 0, height = 0;  // pixels
};
// Pillow's, both antialiased.
enum class PhotoFilter : uint8_t { kBicubic, kBilinear };

inline constexpr int kMostPhotoSide = 30000;  // pixels
// From the middle, an odd rest at the left and above; at least one pixel.
PhotoSquare MiddleSquare(int width, int height, double share = 0.875);
// 224 × 224 × 3 bytes, or as many as `to` says. kInvalidInput unless the pixels are as many as they
// say and the square, at least one pixel, lies among them.
Result<std::vector<uint8_t>> ShrinkPhoto(const PhotoPixels& photo, const PhotoSquare& square,
                                         int to = kPictureSide);
// The same of any part, to any size, by either filter; other networks are given other inputs.
Result<std::vector<uint8_t>> ResizePhoto(const PhotoPixels& photo, const PhotoPart& part,
                                         int to_width, int to_height, PhotoFilter filter);
// (v - 127) / 128 of each of kPictureSize bytes.
std::vector<float> PictureOf(std::span<const uint8_t> pixels);

}  // namespace meander
