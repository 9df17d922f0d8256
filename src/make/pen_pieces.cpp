// See pen_pieces.h.
#include "make/pen_pieces.h"

#include <algorithm>
#include <cmath>

#include "net/pennet/pen_layout.h"
#include "pack/pen_sections.h"

namespace meander {

PenPieces::PenPieces(ConvShape shape, int piece_px)
    : shape_(shape), piece_px_(piece_px), found_(static_cast<size_t>(shape.channels)) {}

// Each of its pixels is the mean of those of the picture that it covers; beyond the edge is paper.
std::vector<float> PenPieces::PieceAt(std::span<const float> picture, size_t place) const {
  const double step = double{kPenSide} / shape_.side, width = double(piece_px_) / kPieceSide;
  const auto side = static_cast<size_t>(shape_.side);
  const double left = (static_cast<double>(place % side) + .5) * step - piece_px_ / 2.;
  const double top = (static_cast<double>(place / side) + .5) * step - piece_px_ / 2.;
  std::vector<float> piece(kPiecePlaces);
  for (size_t i = 0; i < kPiecePlaces; ++i) {
    const int x0 = static_cast<int>(std::floor(left + static_cast<double>(i % kPieceSide) * width));
    const int y0 = static_cast<int>(std::floor(top + static_cast<double>(i / kPieceSide) * width));
    const int reach = std::max(1, static_cast<int>(std::lround(width)));
    float sum = 0;
    for (int y = std::max(y0, 0); y < std::min(y0 + reach, kPenSide); ++y) {
      for (int x = std::max(x0, 0); x < std::min(x0 + reach, kPenSide); ++x) {
        sum += picture[static_cast<size_t>(y * kPenSide + x)];
      }
    }
    piece[i] = sum / static_cast<float>(reach * reach);
  }
  return piece;
}

void PenPieces::Add(std::span<const float> picture, std::span<const float> tensor) {
  const size_t channels = found_.size();
  for (size_t channel = 0; channel < channels; ++channel) {
    size_t best = 0;
    for (size_t place = 1; place < tensor.size() / channels; ++place) {
      if (tensor[place * channels + channel] > tensor[best * channels + channel]) best = place;
    }
    const float value = tensor[best * channels + channel];
    if (value > 0) found_[channel].push_back({value, PieceAt(picture, best)});
  }
}

std::vector<uint8_t> PenPieces::Means() const {
  std::vector<uint8_t> bytes;
  bytes.reserve(found_.size() * kPieceBytes);
  for (const std::vector<Found>& found : found_) {
    float most = 0;
    for (const Found& one : found) most = std::max(most, one.value);
    std::vector<float> sums(kPiecePlaces);
    float count = 0;
    for (const Found& one : found) {
      if (one.value < most / 2) continue;
      ++count;
      for (size_t i = 0; i < kPiecePlaces; ++i) sums[i] += one.piece[i];
    }
    const auto shade = [&](float sum) {
      return count > 0 ? static_cast<int>(std::lround(15 * sum / count)) : 0;
    };
    for (size_t i = 0; i < kPiecePlaces; i += 2) {
      bytes.push_back(static_cast<uint8_t>(shade(sums[i]) | shade(sums[i + 1]) << 4));
    }
  }
  return bytes;
}

}  // namespace meander
