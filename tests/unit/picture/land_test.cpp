// The land: how much of the dots it carries, its contours, its tint.
#include "canvas/land.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"
#include "canvas/colors.h"

namespace meander {
namespace {

// Two round clouds: People at the left, Mathematics at the right.
PointTable TwoClouds(int count) {
  PointTable table;
  table.version = 1;
  Rng rng(11);
  for (int i = 0; i < count; ++i) {
    const bool left = i % 2 == 0;
    float x = 0, y = 0;
    for (int k = 0; k < 6; ++k) {
      x += rng.Unit() - 0.5f;
      y += rng.Unit() - 0.5f;
    }
    x = (left ? -0.45f : 0.45f) + x * 0.16f;
    y *= 0.16f;
    table.codes.push_back(static_cast<uint16_t>((x + 1) / 2 * 65535));
    table.codes.push_back(static_cast<uint16_t>((y + 1) / 2 * 65535));
    table.hues.push_back(left ? 0 : 10);
  }
  return table;
}

float HeightAt(const LandGrid& grid, Point2 at) {
  const auto column =
      static_cast<int>((at.x - grid.bounds_in_world.low.x) / grid.bounds_in_world.width() *
                       static_cast<float>(grid.columns));
  const auto row = static_cast<int>((at.y - grid.bounds_in_world.low.y) /
                                    grid.bounds_in_world.height() * static_cast<float>(grid.rows));
  return grid.heights[static_cast<size_t>(row * grid.columns + column)];
}

bool Inside(const std::vector<std::vector<Point2>>& loops, Point2 at) {
  bool inside = false;
  for (const auto& loop : loops) {
    for (size_t i = 0; i < loop.size(); ++i) {
      const Point2 a = loop[i], b = loop[(i + 1) % loop.size()];
      if ((a.y > at.y) != (b.y > at.y) && at.x < a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y))
        inside = !inside;
    }
  }
  return inside;
}

TEST(Land, CarriesAllButAFewDots) {
  const PointTable table = TwoClouds(4000);
  const LandGrid grid = ComputeLand(table, 0.04f, ThemeKind::kLight);
  int at_sea = 0;
  for (size_t i = 0; i < table.codes.size() / 2; ++i) {
    const Point2 at{table.codes[2 * i] * (2.f / 65535) - 1,
                    table.codes[2 * i + 1] * (2.f / 65535) - 1};
    if (HeightAt(grid, at) < 0) ++at_sea;
  }
  EXPECT_NEAR(at_sea, 0.035 * 4000, 8);
  EXPECT_EQ(HeightAt(grid, {0, 0.35f}), kSeaHeight);
}

TEST(Land, StepsAscendFromTheCoast) {
  const LandGrid grid = ComputeLand(TwoClouds(4000), 0.04f, ThemeKind::kLight);
  EXPECT_EQ(grid.steps[0], 0);
  for (int i = 1; i < kLandSteps; ++i) EXPECT_GT(grid.steps[i], grid.steps[i - 1]);
}

TEST(Land, TwiceTheDotsInTheSamePlacesIsTheSameLand) {
  PointTable table = TwoClouds(3000);
  const LandGrid once = ComputeLand(table, 0.04f, ThemeKind::kLight);
  const PointTable again = table;
  table.codes.insert(table.codes.end(), again.codes.begin(), again.codes.end());
  table.hues.insert(table.hues.end(), again.hues.begin(), again.hues.end());
  const LandGrid twice = ComputeLand(table, 0.04f, ThemeKind::kLight);
  ASSERT_EQ(once.heights.size(), twice.heights.size());
  for (size_t i = 0; i < once.heights.size(); ++i)
    ASSERT_NEAR(once.heights[i], twice.heights[i], 0.02f) << i;
}

TEST(Land, TintIsTheColourOfTheTopicNotGrey) {
  for (const ThemeKind theme : {ThemeKind::kLight, ThemeKind::kDark}) {
    const LandGrid grid = ComputeLand(TwoClouds(4000), 0.04f, theme);
    const auto column =
        static_cast<size_t>((0.45f - grid.bounds_in_world.low.x) / grid.bounds_in_world.width() *
                            static_cast<float>(grid.columns));
    const uint8_t* cell =
        &grid.tint[4 * (static_cast<size_t>(grid.rows / 2) * grid.columns + column)];
    const PackedColor color = ColorOf(TopicDot(10), theme);
    for (int c = 0; c < 3; ++c) EXPECT_NEAR(cell[c], color >> (8 * c) & 255, 1);
    EXPECT_NEAR(cell[3] / 255.f, 0.195f, 0.008f);
  }
}

TEST(Land, EmptyAndSingleDot) {
  EXPECT_TRUE(ComputeLand(PointTable{}, 0.04f, ThemeKind::kLight).heights.empty());
  EXPECT_TRUE(ContoursOf(LandGrid{}, 0).empty());
  PointTable one;
  one.codes = {0, 65535};
  one.hues = {200};  // beyond the topics: drawn as the last, never read past the table
  const LandGrid grid = ComputeLand(one, 0.04f, ThemeKind::kLight);
  EXPECT_GE(HeightAt(grid, {-1, 1}), 0);
  EXPECT_FALSE(ContoursOf(grid, -1).empty());
}

TEST(Contours, CoverExactlyTheLandAboveTheirHeight) {
  const LandGrid grid = ComputeLand(TwoClouds(2000), 0.03f, ThemeKind::kLight);
  for (const float height : {kEchoHeights[1], 0.f, grid.steps[2], grid.steps[4]}) {
    const auto loops = ContoursOf(grid, height);
    ASSERT_FALSE(loops.empty());
    int checked = 0;
    for (int row = 0; row < grid.rows; row += 3) {
      for (int column = 0; column < grid.columns; column += 3) {
        const float here = grid.heights[static_cast<size_t>(row * grid.columns + column)];
        if (std::fabs(here - height) < 1e-3f) continue;
        ASSERT_EQ(Inside(loops, grid.CenterOf(column, row)), here > height)
            << column << " " << row << " " << height;
        ++checked;
      }
    }
    EXPECT_GT(checked, 500);
  }
}

TEST(Contours, SaddlesJoinOrPartByTheirMiddle) {
  LandGrid grid;
  grid.columns = grid.rows = 4;
  grid.bounds_in_world = {{0, 0}, {4, 4}};
  const auto with_peaks = [&](float peak) {
    grid.heights.assign(16, -1);
    grid.heights[5] = grid.heights[10] = peak;
    return ContoursOf(grid, 0).size();
  };
  EXPECT_EQ(with_peaks(0.5f), 2u);  // the middle is sea: two islands
  EXPECT_EQ(with_peaks(3.f), 1u);   // the middle is land: one
}

TEST(Sigma, ChangesOnceAnOctaveAndStopsAtAQuarter) {
  const float fit = 350;
  EXPECT_EQ(LandSigmaInWorld(fit, fit, 744), LandSigmaInWorld(fit * 1.3f, fit, 744));
  EXPECT_NEAR(LandSigmaInWorld(fit, fit, 744) * fit, 18, 1.6);
  EXPECT_NEAR(LandSigmaInWorld(fit * 2, fit, 744) / LandSigmaInWorld(fit, fit, 744),
              1 / std::sqrt(2.f), 1e-5);
  EXPECT_NEAR(LandSigmaInWorld(fit * 40, fit, 744) / LandSigmaInWorld(fit, fit, 744), 0.25f, 1e-5);
}

}  // namespace
}  // namespace meander
