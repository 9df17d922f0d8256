// Shapes of what is high on a small grid: smooth, closed along the border, with their holes.
#include "canvas/contours.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace meander {
namespace {

float AreaOf(const std::vector<Point2>& loop) {
  float sum = 0;
  for (size_t i = 0; i < loop.size(); ++i) {
    const Point2 a = loop[i], b = loop[(i + 1) % loop.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum / 2;
}

// Values of a function of the place in [-1, 1]², y up, as rows from the top.
template <class Field>
std::vector<float> Sampled(int side, Field field) {
  std::vector<float> values;
  for (int row = 0; row < side; ++row) {
    for (int column = 0; column < side; ++column) {
      const auto place = [&](int i) {
        return 2 * (static_cast<float>(i) + 0.5f) / static_cast<float>(side) - 1;
      };
      values.push_back(field(Point2{place(column), -place(row)}));
    }
  }
  return values;
}

TEST(Contours, ARoundHillIsARoundShape) {
  const Point2 middle{0.2f, -0.3f};
  const auto values = Sampled(14, [&](Point2 at) { return 1 - Distance(at, middle); });
  const auto contours = ContoursOf(values, 14, 0.5f);
  ASSERT_EQ(contours.size(), 1u);
  EXPECT_TRUE(contours[0].holes.empty());
  for (const Point2 at : contours[0].outline) EXPECT_NEAR(Distance(at, middle), 0.5f, 0.012f);
  EXPECT_NEAR(AreaOf(contours[0].outline), 0.785f, 0.015f);  // anticlockwise
}

TEST(Contours, ARingHasAHole) {
  const auto values = Sampled(28, [](Point2 at) { return -std::fabs(Length(at) - 0.6f); });
  const auto contours = ContoursOf(values, 28, -0.15f);
  ASSERT_EQ(contours.size(), 1u);
  ASSERT_EQ(contours[0].holes.size(), 1u);
  EXPECT_NEAR(AreaOf(contours[0].outline), 3.1416f * 0.75f * 0.75f, 0.03f);
  EXPECT_NEAR(AreaOf(contours[0].holes[0]), -3.1416f * 0.45f * 0.45f, 0.03f);
}

TEST(Contours, WhatIsHighEverywhereIsTheWholeRectangle) {
  const Rect place{{2, 3}, {6, 5}};
  const auto contours = ContoursOf(std::vector<float>(49, 1.f), 7, 0.5f, place);
  ASSERT_EQ(contours.size(), 1u);
  EXPECT_NEAR(AreaOf(contours[0].outline), 8, 1e-3);
  EXPECT_TRUE(ContoursOf(std::vector<float>(49, 0.f), 7, 0.5f, place).empty());
}

TEST(Contours, ClosedAlongTheBorderAndTheRowAtTheTopIsUp) {
  // High in the upper left quarter alone.
  const auto values = Sampled(8, [](Point2 at) { return at.x < 0 && at.y > 0 ? 1.f : 0.f; });
  const auto contours = ContoursOf(values, 8, 0.5f);
  ASSERT_EQ(contours.size(), 1u);
  EXPECT_NEAR(AreaOf(contours[0].outline), 1, 0.05f);
  for (const Point2 at : contours[0].outline) {
    EXPECT_GE(at.x, -1);
    EXPECT_LE(at.x, 0.07f);
    EXPECT_GE(at.y, -0.07f);
    EXPECT_LE(at.y, 1);
  }
}

TEST(Contours, TwoHillsAreTwoShapesAndASpeckIsNone) {
  const auto values = Sampled(14, [](Point2 at) {
    return std::max(1 - 3 * Distance(at, {-0.5f, 0.5f}), 1 - 3 * Distance(at, {0.5f, -0.5f}));
  });
  EXPECT_EQ(ContoursOf(values, 14, 0.3f).size(), 2u);
  std::vector<float> speck(196, 0.f);
  speck[100] = 1;
  EXPECT_EQ(ContoursOf(speck, 14, 0.5f).size(), 1u);
  EXPECT_TRUE(ContoursOf(speck, 14, 0.99f).empty());
}

TEST(Contours, AlongTheEdgeAShapeFollowsThePicturesRoundCorners) {
  const Rect box{{-1, -1}, {1, 1}};
  std::vector<Point2> whole{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
  CutRoundCorners(box, 0.4f, whole);
  // Of the square without four corners of 0.4: what is left of each is a quarter of a circle.
  EXPECT_NEAR(std::fabs(AreaOf(whole)), 4 - (4 - std::numbers::pi_v<float>)*0.16f, 0.02f);
  for (const Point2 at : whole) {
    const Point2 out{std::max(std::fabs(at.x) - 0.6f, 0.f), std::max(std::fabs(at.y) - 0.6f, 0.f)};
    EXPECT_LE(Length(out), 0.4001f);
  }
  const std::vector<Point2> inside{{-0.5f, -0.5f}, {0.5f, -0.5f}, {0, 0.7f}};
  std::vector<Point2> same = inside;
  CutRoundCorners(box, 0.4f, same);
  EXPECT_EQ(same, inside);
}

TEST(Contours, WhatIsNoGridHasNone) {
  const std::vector<float> values(49, 1.f);
  EXPECT_TRUE(ContoursOf(values, 6, 0.5f).empty());
  EXPECT_TRUE(ContoursOf(values, -7, 0.5f).empty());
  EXPECT_TRUE(ContoursOf({}, 0, 0.5f).empty());
  EXPECT_TRUE(ContoursOf(values, 7, std::nanf("")).empty());
  std::vector<float> broken = values;
  broken[3] = std::numeric_limits<float>::infinity();
  EXPECT_TRUE(ContoursOf(broken, 7, 0.5f).empty());
  EXPECT_EQ(ContoursOf(std::vector<float>{1}, 1, 0.5f).size(), 1u);
}

}  // namespace
}  // namespace meander
