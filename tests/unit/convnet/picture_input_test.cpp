// A photo made smaller. That it is Pillow's to the last bit is held by tests/reference, on photos.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/rng.h"
#include "net/convnet/picture_input.h"

namespace meander {
namespace {

TEST(PictureInput, TakesTheMiddleOddRestsLeftAndAbove) {
  const PhotoSquare wide = MiddleSquare(451, 300);
  EXPECT_EQ(wide.side, 262);
  EXPECT_EQ(wide.left, 95);
  EXPECT_EQ(wide.top, 19);
  const PhotoSquare whole = MiddleSquare(300, 451, 1);
  EXPECT_EQ(whole.side, 300);
  EXPECT_EQ(whole.left, 0);
  EXPECT_EQ(whole.top, 76);
  for (const int side : {1, 2, 3}) EXPECT_GE(MiddleSquare(side, 1000).side, 1);
}

TEST(PictureInput, OneColourStaysThatColour) {
  for (const int side : {1, 7, 224, 500}) {
    std::vector<uint8_t> bytes;
    for (int i = 0; i < side * side; ++i) bytes.insert(bytes.end(), {200, 3, 255});
    const auto small = ShrinkPhoto({side, side, 3, bytes}, {0, 0, side});
    ASSERT_TRUE(small) << side;
    ASSERT_EQ(small->size(), kPictureSize);
    for (size_t i = 0; i < small->size(); i += 3) {
      ASSERT_EQ((*small)[i], 200);
      ASSERT_EQ((*small)[i + 1], 3);
      ASSERT_EQ((*small)[i + 2], 255);
    }
  }
}

TEST(PictureInput, A224SquareIsTakenAsItIsWithOrWithoutAFourthByte) {
  Rng rng(3);
  std::vector<uint8_t> three, four;
  for (int i = 0; i < 300 * 230; ++i) {
    for (int c = 0; c < 3; ++c) {
      three.push_back(static_cast<uint8_t>(rng.Unit() * 256));
      four.push_back(three.back());
    }
    four.push_back(static_cast<uint8_t>(rng.Unit() * 256));
  }
  const PhotoSquare square{50, 6, 224};
  const auto a = ShrinkPhoto({300, 230, 3, three}, square);
  const auto b = ShrinkPhoto({300, 230, 4, four}, square);
  ASSERT_TRUE(a && b);
  EXPECT_EQ(*a, *b);
  for (size_t y = 0; y < 224; ++y) {
    EXPECT_TRUE(std::equal(a->begin() + long(y * 672), a->begin() + long(y * 672 + 672),
                           three.begin() + long(((y + 6) * 300 + 50) * 3)));
  }
}

TEST(PictureInput, RefusesWhatIsNoPicture) {
  const std::vector<uint8_t> bytes(300);
  const auto refused = [&](const PhotoPixels& photo, const PhotoSquare& square) {
    const auto small = ShrinkPhoto(photo, square);
    return !small && small.error().code == ErrorCode::kInvalidInput;
  };
  EXPECT_FALSE(refused({10, 10, 3, bytes}, {0, 0, 10}));
  EXPECT_TRUE(refused({10, 11, 3, bytes}, {0, 0, 10}));
  EXPECT_TRUE(refused({10, 10, 4, bytes}, {0, 0, 10}));
  EXPECT_TRUE(refused({10, 10, 2, bytes}, {0, 0, 10}));
  EXPECT_TRUE(refused({0, 0, 3, {}}, {0, 0, 1}));
  EXPECT_TRUE(refused({-10, -10, 3, bytes}, {0, 0, 1}));
  EXPECT_TRUE(refused({10, 10, 3, bytes}, {1, 0, 10}));
  EXPECT_TRUE(refused({10, 10, 3, bytes}, {0, -1, 3}));
  EXPECT_TRUE(refused({10, 10, 3, bytes}, {0, 0, 0}));
  EXPECT_TRUE(refused({10, 10, 3, bytes}, {0, 2147483647, 3}));
  EXPECT_TRUE(refused({100, 1, 3, bytes}, {0, 0, 2}));
  EXPECT_TRUE(refused({2147483647, 2147483647, 3, bytes}, {0, 0, 1}));
}

TEST(PictureInput, ColoursAreCentred) {
  const std::vector<uint8_t> bytes = {0, 127, 255};
  EXPECT_EQ(PictureOf(bytes), (std::vector<float>{-0.9921875f, 0.f, 1.f}));
}

}  // namespace
}  // namespace meander
