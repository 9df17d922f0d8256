// What a channel fires for: the piece about its strongest place, the mean over drawings, and
// nothing of those that it hardly fires on.
#include "make/pen_pieces.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "net/pennet/pen_layout.h"
#include "pack/pen_sections.h"

namespace meander {
namespace {

constexpr ConvShape kShape{7, 2};  // places of 32 pixels

// Ink on the left half, or the right half, of the square of 32 pixels about a place's middle.
std::vector<float> HalfInked(int row, int column, bool left) {
  std::vector<float> picture(kPenPictureSize);
  for (int y = 32 * row; y < 32 * row + 32; ++y) {
    for (int x = 0; x < 16; ++x) {
      picture[static_cast<size_t>(y * kPenSide + 32 * column + (left ? 0 : 16) + x)] = 1;
    }
  }
  return picture;
}
std::vector<float> FiringAt(int row, int column, float first, float second) {
  std::vector<float> tensor(kShape.size());
  tensor[static_cast<size_t>((row * 7 + column) * 2)] = first;
  tensor[static_cast<size_t>((row * 7 + column) * 2 + 1)] = second;
  return tensor;
}
int At(const std::vector<uint8_t>& means, size_t channel, size_t row, size_t column) {
  const ByteSpan piece = ByteSpan(means).subspan(channel * kPieceBytes, kPieceBytes);
  return InkOfPiece(piece, row * kPieceSide + column);
}

TEST(PenPieces, ThePieceAboutTheStrongestPlaceIsTaken) {
  PenPieces pieces(kShape, 32);
  pieces.Add(HalfInked(2, 5, true), FiringAt(2, 5, 3, 0));
  const std::vector<uint8_t> means = pieces.Means();
  ASSERT_EQ(means.size(), 2 * kPieceBytes);
  EXPECT_EQ(At(means, 0, 6, 0), 15);
  EXPECT_EQ(At(means, 0, 6, 11), 0);
  EXPECT_EQ(*std::max_element(means.begin() + ptrdiff_t{kPieceBytes}, means.end()), 0)
      << "a channel that nothing makes fire shows nothing";
}

TEST(PenPieces, DrawingsAreAveragedButForThoseThatHardlyCount) {
  PenPieces pieces(kShape, 32);
  pieces.Add(HalfInked(2, 5, true), FiringAt(2, 5, 4, 4));
  pieces.Add(HalfInked(1, 1, false), FiringAt(1, 1, 2, 1));
  const std::vector<uint8_t> means = pieces.Means();
  EXPECT_EQ(At(means, 0, 6, 0), 8) << "half of the two";
  EXPECT_EQ(At(means, 0, 6, 11), 8);
  EXPECT_EQ(At(means, 1, 6, 0), 15) << "the second drawing has a quarter: it is left out";
  EXPECT_EQ(At(means, 1, 6, 11), 0);
}

TEST(PenPieces, BeyondTheEdgeIsPaper) {
  PenPieces pieces(kShape, 96);
  pieces.Add(std::vector<float>(kPenPictureSize, 1), FiringAt(0, 0, 1, 1));
  const std::vector<uint8_t> means = pieces.Means();
  EXPECT_EQ(At(means, 0, 0, 0), 0);
  EXPECT_EQ(At(means, 0, 11, 11), 15);
}

}  // namespace
}  // namespace meander
