// Drawings as pictures: where they lie, how much a stroke covers, corners, dots, and what is
// refused.
#include "net/pennet/pen_drawing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace meander {
namespace {

constexpr PenFrame kAsItIs{kPenSide / 2.0, kPenSide / 2.0, 1};  // pixels stay pixels

double White(const std::vector<float>& picture) {
  return std::accumulate(picture.begin(), picture.end(), 0.0);
}
float At(const std::vector<float>& picture, int x, int y) {
  return picture[size_t(y) * kPenSide + size_t(x)];
}
std::vector<float> Drawn(const std::vector<PenStroke>& strokes) {
  return DrawStrokes(strokes, kAsItIs);
}

TEST(PenDrawing, ALevelStrokeIsEightPixelsWideWithFlatEnds) {
  const std::vector<float> picture = Drawn({{{50, 100}, {90, 100}}});
  for (int y = 0; y < kPenSide; ++y) {
    for (int x = 0; x < kPenSide; ++x) {
      const bool inside = x >= 50 && x < 90 && y >= 96 && y < 104;
      ASSERT_EQ(At(picture, x, y), inside ? 1.f : 0.f) << x << ", " << y;
    }
  }
}

TEST(PenDrawing, ASlantedStrokeCoversItsArea) {
  const std::vector<float> picture = Drawn({{{40, 60}, {151, 137}}});
  EXPECT_NEAR(White(picture), 8 * std::hypot(111, 77), 3);
  const size_t grey =
      size_t(std::ranges::count_if(picture, [](float x) { return x > 0 && x < 1; }));
  EXPECT_GT(grey, 150u) << "its edges are soft";
}

TEST(PenDrawing, CornersAreMitredUnlessTheyAreTooSharp) {
  const std::vector<float> right = Drawn({{{60, 150}, {60, 60}, {150, 60}}});
  EXPECT_EQ(At(right, 56, 56), 1.f) << "out to the tip";
  EXPECT_EQ(At(right, 55, 55), 0.f);
  EXPECT_NEAR(White(right), 2 * 90 * 8, 1);
  // 5° apart a mitre would reach 90 pixels out; it is cut off at the corner instead.
  const std::vector<float> sharp = Drawn({{{20, 100}, {120, 100}, {20, 109}}});
  EXPECT_GT(At(sharp, 119, 100), 0.9f);
  EXPECT_EQ(At(sharp, 128, 100), 0.f);
  // 30° apart it is not: 4 / sin 15° = 15 pixels.
  const std::vector<float> pointed = Drawn({{{20, 100}, {120, 100}, {33, 150}}});
  EXPECT_GT(At(pointed, 128, 97), 0.9f);
}

TEST(PenDrawing, WhatCrossesIsNoWhiterThanWhiteAndATurnBackIsTheSameLine) {
  const std::vector<float> cross = Drawn({{{50, 100}, {150, 100}}, {{100, 50}, {100, 150}}});
  EXPECT_EQ(White(cross), 2 * 800 - 64);
  EXPECT_EQ(*std::ranges::max_element(cross), 1.f);
  EXPECT_EQ(Drawn({{{50, 100}, {150, 100}, {50, 100}}}), Drawn({{{50, 100}, {150, 100}}}));
  EXPECT_EQ(Drawn({{{50, 100}, {90, 100}, {90, 100}, {150, 100}}}),
            Drawn({{{50, 100}, {150, 100}}}));
}

TEST(PenDrawing, AStrokeThatStaysWhereItIsIsARoundDot) {
  const std::vector<float> dot = Drawn({{{100, 100}}});
  EXPECT_NEAR(White(dot), M_PI * 16, 0.5);
  EXPECT_EQ(At(dot, 99, 99), 1.f);
  EXPECT_LT(At(dot, 96, 96), 0.2f) << "it has no corners";
  EXPECT_EQ(Drawn({{{100, 100}, {100.2, 100.1}}}), dot);
}

TEST(PenDrawing, ADrawingIsMadeLargeAndPutInTheMiddle) {
  // Twice as wide as high, in some unit.
  const std::vector<PenStroke> strokes = {{{.3, .2}, {.7, .2}}, {{.3, .4}, {.7, .4}}};
  const PenFrame frame = FrameOfStrokes(strokes);
  EXPECT_NEAR(frame.centre_x, .5, 1e-12);
  EXPECT_NEAR(frame.centre_y, .3, 1e-12);
  EXPECT_NEAR(frame.scale, 204 / .4, 1e-9);
  const std::vector<float> picture = DrawStrokes(strokes, frame);
  EXPECT_EQ(At(picture, 10, 61), 1.f);
  EXPECT_EQ(At(picture, 9, 61), 0.f);
  EXPECT_EQ(At(picture, 213, 163), 1.f);
  EXPECT_EQ(At(picture, 214, 163), 0.f);
  EXPECT_EQ(White(picture), 2 * 204 * 8);
  // A point alone has no size to be made larger.
  const std::vector<PenStroke> point = {{{7, 9}}};
  EXPECT_EQ(FrameOfStrokes(point).scale, 1);
  EXPECT_EQ(DrawStrokes(point, FrameOfStrokes(point)), Drawn({{{112, 112}}}));
}

TEST(PenDrawing, StrokesLeftOutAreNotThereAndTheOthersStay) {
  const std::vector<PenStroke> strokes = {{{50, 100}, {150, 100}}, {{100, 20}, {100, 190}}};
  EXPECT_EQ(DrawStrokes(strokes, kAsItIs, {false, true}), Drawn({strokes[0]}));
  EXPECT_EQ(DrawStrokes(strokes, kAsItIs, {false, false}), Drawn(strokes));
  EXPECT_EQ(White(DrawStrokes(strokes, kAsItIs, {true, true})), 0);
}

TEST(PenDrawing, WhatLeavesTheSheetIsCutOff) {
  const std::vector<float> across = Drawn({{{-500, 100}, {900, 100}}});
  EXPECT_EQ(White(across), 8 * kPenSide);
  EXPECT_EQ(White(Drawn({{{-500, -100}, {900, -100}}})), 0);
  EXPECT_EQ(White(Drawn({{{-90, 100}}, {{100, 900}}})), 0);
}

TEST(PenDrawing, WhatIsNoDrawingIsRefused) {
  const auto refused = [](const std::vector<PenStroke>& strokes) {
    const auto checked = CheckStrokes(strokes);
    return !checked && checked.error().code == ErrorCode::kInvalidInput;
  };
  EXPECT_FALSE(refused({{{0, 0}}}));
  EXPECT_FALSE(refused({{}, {{0, 1}, {1, -1}}}));
  EXPECT_TRUE(refused({}));
  EXPECT_TRUE(refused({{}, {}}));
  EXPECT_TRUE(refused({{{0, std::numeric_limits<double>::quiet_NaN()}}}));
  EXPECT_TRUE(refused({{{std::numeric_limits<double>::infinity(), 0}}}));
  EXPECT_TRUE(refused({{{1e7, 0}}}));
  EXPECT_TRUE(refused(std::vector<PenStroke>(65, {{0, 0}})));
  EXPECT_FALSE(refused(std::vector<PenStroke>(64, {{0, 0}})));
  EXPECT_TRUE(refused({PenStroke(20001)}));
}

}  // namespace
}  // namespace meander
