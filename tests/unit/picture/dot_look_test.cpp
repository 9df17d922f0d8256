// Density far off, dots near by: what the look of dots and contours is on the way.
#include "canvas/dot_look.h"

#include <gtest/gtest.h>

#include "canvas/land.h"
#include "canvas/scene.h"

namespace meander {
namespace {

constexpr size_t kCount = 10033;
constexpr float kDesktop_px = 744, kPhone_px = 350;

DotLook LookAt(float scale, float side_px = kDesktop_px, size_t count = kCount) {
  return DotLookFor(count, scale, side_px, ThemeKind::kLight);
}

TEST(DotLook, ContoursFadeIntoDotsAsOneComesCloser) {
  DotLook before = LookAt(0.5f);
  EXPECT_GT(before.contours, 1.2f);
  for (float scale = 0.6f; scale < 40; scale *= 1.2f) {
    const DotLook look = LookAt(scale);
    EXPECT_LE(look.contours, before.contours) << scale;
    EXPECT_GE(look.opacity, before.opacity) << scale;
    // Never in a leap.
    EXPECT_LT(before.contours - look.contours, 0.35f) << scale;
    EXPECT_LT(look.opacity - before.opacity, 0.15f) << scale;
    before = look;
  }
  EXPECT_EQ(LookAt(8).contours, 0);
  EXPECT_NEAR(LookAt(8).opacity, 0.78f, 0.001f);
}

TEST(DotLook, TheDesignsFitKeepsItsDots) {
  EXPECT_GT(LookAt(1).opacity, 0.77f);
  EXPECT_GT(LookAt(1).contours, 1.3f);
}

TEST(DotLook, WhereDotsCrowdTheLandTells) {
  EXPECT_LT(LookAt(1, kPhone_px).opacity, LookAt(1).opacity - 0.1f);
  EXPECT_GT(LookAt(1, kPhone_px).contours, LookAt(1).contours);
  // As many pixels from dot to dot, as much of either.
  EXPECT_NEAR(LookAt(2, kPhone_px).contours, LookAt(2 * kPhone_px / kDesktop_px).contours, 0.01f);
}

TEST(DotLook, EmptyAndEndlessMapsHaveALook) {
  for (const size_t count : {size_t{0}, size_t{1}, size_t{100'000'000}}) {
    for (const float scale : {0.f, 1.f, 1e6f}) {
      const DotLook look = LookAt(scale, 0, count);
      EXPECT_GE(look.opacity, 0);
      EXPECT_LE(look.opacity, 1);
      EXPECT_GE(look.contours, 0);
      EXPECT_LE(look.contours, 2);
    }
  }
}

// The SVG of a figure draws inner contours far off and none near by; the coast is drawn at both.
TEST(DotLook, ThePictureFollowsIt) {
  Figure figure;
  figure.width_px = figure.height_px = 744;
  figure.chart_px = {{0, 0}, {744, 744}};
  auto table = std::make_shared<PointTable>();
  table->version = 1;
  for (uint32_t i = 0; i < kCount; ++i) {
    table->codes.push_back(static_cast<uint16_t>(20000 + i * 7919 % 25000));
    table->codes.push_back(static_cast<uint16_t>(20000 + i * i * 104729 % 25000));
    table->hues.push_back(static_cast<uint8_t>(i % 11));
  }
  figure.scene.points.table = table;
  const auto lines = [&](float pixels_per_world, std::string_view token) {
    figure.camera = {{0, 0}, pixels_per_world};
    const std::string svg = WriteSvg(figure, ThemeKind::kLight);
    int count = 0;
    for (size_t at = svg.find(token); at != svg.npos; at = svg.find(token, at + 1)) ++count;
    return count;
  };
  // Four of the five inner steps at least; the echo lines in the water are 0.7 px wide.
  EXPECT_GE(lines(700, "stroke-width=\"1."), 4);
  EXPECT_LE(lines(20000, "stroke-opacity=\"0.1\" stroke-width=\"0.7\""), 2);
  EXPECT_EQ(lines(20000, "stroke-opacity=\"0.1\" stroke-width=\"1"), 0);
}

}  // namespace
}  // namespace meander
