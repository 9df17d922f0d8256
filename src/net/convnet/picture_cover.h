// What is laid over a part of a picture to find out what the part is for, and which parts. Pictures
// are floats as the network takes them, [224, 224, 3]; masks a byte a pixel, [224, 224], and where
// it is not 0 the cover is seen instead of the picture.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "net/convnet/convnet_layout.h"

namespace meander {

inline constexpr size_t kPicturePixels = size_t{kPictureSide} * kPictureSide;

using PictureMask = std::vector<uint8_t>;  // kPicturePixels bytes

// The grey that the network takes for nothing: 127 of 255, zero.
std::vector<float> GreyCover();
// The picture itself with each pixel the mean of those up to `reach` pixels away in each direction,
// done three times: near to a Gauss curve of standard deviation √(reach · (reach + 1)). Grey makes
// edges that no photo has; this makes none, but leaves colours.
std::vector<float> BlurredCover(std::span<const float> picture, int reach = 12);
// Each label's mean colour. `labels`: kPicturePixels numbers below `count`.
std::vector<float> MeanColourCover(std::span<const float> picture, std::span<const uint16_t> labels,
                                   size_t count);

// `picture` with `cover` where `mask` says so.
std::vector<float> Covered(std::span<const float> picture, std::span<const float> cover,
                           std::span<const uint8_t> mask);

// Squares of `size` pixels a side at `count` · `count` places, evenly from edge to edge, row by
// row. 7 · 7 squares of 56 stand 28 apart: each pixel lies under one to four.
struct SquareOptions {
  int size = 56;  // 1 … 224
  int count = 7;  // 1 … 224
};
std::vector<PictureMask> SquareMasks(const SquareOptions& options);
// One mask a label.
std::vector<PictureMask> MasksOfLabels(std::span<const uint16_t> labels, size_t count);

// A map of side `from` (any numbers, row by row) at another side: the mean of what lies under each
// place; larger, a straight line between the places' middles.
std::vector<double> MapAtSide(std::span<const double> map, int from, int to);

}  // namespace meander
