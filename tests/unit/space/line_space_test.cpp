// Lines in three spaces: scanned cosines are those of the decoded rows, in every mix.
#include "space/line_space.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"

namespace meander {
namespace {

constexpr uint32_t kLines = 60;

CodeBook SomeBook() {
  CodeBook book;
  book.dim = 32;
  book.parts = 4;
  book.mean.assign(32, 0);
  book.scales = {.01f, .02f, .005f, .01f};
  book.centroids.resize(4 * 256 * 8);
  Rng rng(3);
  for (int8_t& value : book.centroids) value = static_cast<int8_t>(rng.Below(255) - 127);
  return book;
}

GramCode SomeCode(Rng& rng) {
  GramCode code;
  for (int8_t& value : code) value = static_cast<int8_t>(static_cast<int>(rng.Below(60)) - 30);
  return code;
}

class LineSpaceTest : public testing::Test {
 protected:
  void SetUp() override {
    space_.SetBook(SomeBook());
    Rng rng(8);
    for (uint32_t line = 0; line < kLines; ++line) {
      std::vector<uint8_t> codes(4);
      for (uint8_t& code : codes) code = static_cast<uint8_t>(rng.Below(256));
      space_.Add(codes);
      space_.SetSpelling(line, SomeCode(rng));
      space_.SetSound(line, SomeCode(rng));
    }
    for (LineQuery* query : {&a_, &b_}) {
      float squares = 0;
      for (int i = 0; i < 32; ++i) {
        query->meaning.push_back(rng.Unit() - .5f);
        squares += query->meaning.back() * query->meaning.back();
      }
      for (float& value : query->meaning) value /= std::sqrt(squares);
      query->spelling = SomeCode(rng);
      query->sound = SomeCode(rng);
    }
  }

  LineSpace space_;
  LineQuery a_, b_;
};

TEST_F(LineSpaceTest, ScannedCosinesAreThoseOfTheRows) {
  for (const SpaceShares shares :
       {SpaceShares{100, 0, 0}, {0, 100, 0}, {0, 0, 100}, {34, 33, 33}, {1, 0, 99}}) {
    std::vector<std::pair<int16_t, int16_t>> cosines;
    space_.CosinesToTwo(a_, b_, shares, 0, kLines, cosines);
    ASSERT_EQ(cosines.size(), kLines);
    const MixedRow row_a = space_.RowOf(a_, shares), row_b = space_.RowOf(b_, shares);
    EXPECT_NEAR(CosineOf(row_a, row_a), kCosineOne, 40);
    for (uint32_t line = 0; line < kLines; ++line) {
      const MixedRow row = space_.RowOf(line, shares);
      EXPECT_NEAR(CosineOf(row, row), kCosineOne, 40);
      EXPECT_NEAR(cosines[line].first, CosineOf(row, row_a), 60) << line;
      EXPECT_NEAR(cosines[line].second, CosineOf(row, row_b), 60) << line;
    }
  }
}

TEST_F(LineSpaceTest, ARangeIsAppendedAsItWouldBeInTheWhole) {
  std::vector<std::pair<int16_t, int16_t>> all, some{{1, 2}};
  space_.CosinesToTwo(a_, b_, {50, 50, 0}, 0, kLines, all);
  space_.CosinesToTwo(a_, b_, {50, 50, 0}, 10, 20, some);
  ASSERT_EQ(some.size(), 11u);
  for (size_t i = 0; i < 10; ++i) EXPECT_EQ(some[i + 1], all[10 + i]);
}

TEST_F(LineSpaceTest, WhatIsCutOffIsGone) {
  space_.Truncate(10);
  EXPECT_EQ(space_.count(), 10u);
  EXPECT_EQ(space_.spelled_count(), 10u);
  std::vector<std::pair<int16_t, int16_t>> cosines;
  space_.CosinesToTwo(a_, b_, {100, 0, 0}, 0, 10, cosines);
  EXPECT_EQ(cosines.size(), 10u);
}

}  // namespace
}  // namespace meander
