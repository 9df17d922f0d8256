// Product quantisation: the nearest centroids, and what they stand for.
#include "space/code_book.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"

namespace meander {
namespace {

// Centroids that lie on a grid: a vector is coded by the nearest, and comes back near itself.
TEST(CodeBook, CodesAreTheNearestCentroids) {
  CodeBook book{4, 2, {.2f, 0, 0, 0}, {}, {}, {.01f, .01f}, {}};
  for (int part = 0; part < 2; ++part) {
    for (int code = 0; code < 256; ++code) {
      book.centroids.push_back(static_cast<int8_t>(code % 16 * 16 - 120));
      book.centroids.push_back(static_cast<int8_t>(code / 16 * 16 - 120));
    }
  }
  Rng rng(3);
  for (int round = 0; round < 50; ++round) {
    std::vector<float> unit(4);
    double squares = 0;
    for (float& value : unit) value = rng.Unit() * 2 - 1;
    for (const float value : unit) squares += value * value;
    for (float& value : unit) value /= static_cast<float>(std::sqrt(squares));
    const std::vector<float> centred = CentredRow(book, unit);
    double length = 0;
    for (const float value : centred) length += value * value;
    EXPECT_NEAR(length, 1, 1e-5);
    const std::vector<float> turned = TurnedRow(book, centred);
    const std::vector<uint8_t> codes = CodesOfRow(book, turned);
    const std::vector<float> back = RowOfCodes(book, codes);
    ASSERT_EQ(back.size(), 4u);
    for (int i = 0; i < 4; ++i) {
      if (std::abs(turned[i]) <= 1.2f) {
        EXPECT_NEAR(back[i], turned[i], .0801f) << i;
      }
    }
  }
  // The mean itself has no direction.
  EXPECT_EQ(CentredRow(book, book.mean), (std::vector<float>{0, 0, 0, 0}));
}

TEST(CodeBook, TurnsByItsRotation) {
  // A quarter turn in the first two numbers, the others as they are.
  CodeBook book{4, 2, {0, 0, 0, 0}, {1, 1, 1, 1}, {}, {1, 1}, {}};
  book.turn_codes = {0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
  EXPECT_EQ(TurnedRow(book, std::vector<float>{.6f, .8f, 0, 0}),
            (std::vector<float>{-.8f, .6f, 0, 0}));
}

}  // namespace
}  // namespace meander
