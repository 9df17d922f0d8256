// What each channel of one layer fires most for: the mean of those pieces of some drawings, one a
// drawing, on which it fires at least half as strongly as on the strongest.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "net/convnet/convnet_layout.h"

namespace meander {

class PenPieces {
 public:
  // `piece_px`: how wide a piece of the picture is taken about a place.
  PenPieces(ConvShape shape, int piece_px);
  // `picture`: kPenPictureSize numbers of 0 … 1; `tensor`: what the layer makes of it.
  void Add(std::span<const float> picture, std::span<const float> tensor);
  // [channels, kPieceBytes] (pack/pen_sections.h).
  std::vector<uint8_t> Means() const;

 private:
  struct Found {
    float value = 0;
    std::vector<float> piece;  // kPiecePlaces of them
  };
  std::vector<float> PieceAt(std::span<const float> picture, size_t place) const;

  const ConvShape shape_;
  const int piece_px_;
  std::vector<std::vector<Found>> found_;  // a channel
};

}  // namespace meander
