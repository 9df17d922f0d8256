// Camera, flights, curves, picking and walking from dot to dot.
#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"
#include "canvas/camera_motion.h"
#include "canvas/curve.h"
#include "canvas/nearest_dot.h"

namespace meander {
namespace {

constexpr Viewport kViewport{800, 600, 1};

TEST(Camera, WorldFromScreenInvertsScreenFromWorld) {
  Rng rng(5);
  for (int i = 0; i < 200; ++i) {
    const Camera camera{{rng.Unit() * 2 - 1, rng.Unit() * 2 - 1}, 50 + rng.Unit() * 5000};
    const Point2 place{rng.Unit() * 2 - 1, rng.Unit() * 2 - 1};
    const Point2 back =
        WorldFromScreen(camera, kViewport, ScreenFromWorld(camera, kViewport, place));
    EXPECT_NEAR(back.x, place.x, 1e-4);
    EXPECT_NEAR(back.y, place.y, 1e-4);
  }
}

TEST(Camera, FitKeepsClearOfInsets) {
  Viewport viewport = kViewport;
  viewport.inset_left_px = 200;
  const Rect bounds{{-1, -1}, {1, 1}};
  const Camera camera = FitCamera(bounds, viewport, 20);
  EXPECT_FLOAT_EQ(camera.pixels_per_world, 560.f / 2);
  const Point2 left = ScreenFromWorld(camera, viewport, {-1, 0});
  const Point2 right = ScreenFromWorld(camera, viewport, {1, 0});
  EXPECT_GE(left.x, 220 - 1e-2);
  EXPECT_LE(right.x, 780 + 1e-2);
  EXPECT_NEAR((left.x + right.x) / 2, 500, 1e-2);
}

CameraMotion FittedMotion() {
  CameraMotion motion;
  motion.SetLimits(kViewport, {{0, 0}, 300}, {{-1, -1}, {1, 1}});
  motion.JumpTo({{0, 0}, 300});
  return motion;
}

TEST(CameraMotion, ZoomKeepsThePlaceUnderThePointer) {
  CameraMotion motion = FittedMotion();
  const Point2 at{250, 200};
  const Point2 before = WorldFromScreen(motion.camera(), kViewport, at);
  motion.ZoomBy(3, at);
  const Point2 after = WorldFromScreen(motion.camera(), kViewport, at);
  EXPECT_NEAR(before.x, after.x, 1e-4);
  EXPECT_NEAR(before.y, after.y, 1e-4);
  motion.ZoomBy(1e6f, at);
  EXPECT_FLOAT_EQ(motion.camera().pixels_per_world, 300 * kGreatestScale);
  motion.ZoomBy(1e-6f, at);
  EXPECT_FLOAT_EQ(motion.camera().pixels_per_world, 300 * kLeastScale);
}

TEST(CameraMotion, AFlightRisesShowsBothEndsAndArrives) {
  CameraMotion motion = FittedMotion();
  motion.JumpTo({{-0.8f, 0}, 3000});
  const Camera to{{0.8f, 0}, 3000};
  motion.FlyTo(to, 10, false);
  float lowest = 1e9f;
  bool saw_both = false;
  double now_s = 10;
  while (motion.Advance(now_s)) {
    lowest = std::min(lowest, motion.camera().pixels_per_world);
    const float a = ScreenFromWorld(motion.camera(), kViewport, {-0.8f, 0}).x;
    const float b = ScreenFromWorld(motion.camera(), kViewport, {0.8f, 0}).x;
    saw_both |= a >= 0 && b <= kViewport.width_px;
    now_s += 0.016;
    ASSERT_LT(now_s, 12);
  }
  EXPECT_TRUE(saw_both);
  EXPECT_LT(lowest, 1000);
  EXPECT_NEAR(motion.camera().center_in_world.x, 0.8, 1e-4);
  EXPECT_FALSE(motion.is_moving());
}

TEST(CameraMotion, InputStopsAFlightWhereItIs) {
  CameraMotion motion = FittedMotion();
  motion.FlyTo({{0.5f, 0.5f}, 2000}, 0, false);
  motion.Advance(0.3);
  const Camera midway = motion.camera();
  motion.PanBy({10, 0});
  EXPECT_FALSE(motion.Advance(0.5));
  EXPECT_NEAR(motion.camera().pixels_per_world, midway.pixels_per_world, 1e-2);
}

TEST(CameraMotion, ReducedMotionCuts) {
  CameraMotion motion = FittedMotion();
  motion.FlyTo({{0.5f, 0.5f}, 2000}, 0, true);
  EXPECT_FALSE(motion.is_moving());
  EXPECT_FLOAT_EQ(motion.camera().pixels_per_world, 2000);
}

TEST(CameraMotion, AFlickGoesTheSameWayAtAnyFrameRate) {
  const auto distance = [](double step_s) {
    CameraMotion motion = FittedMotion();
    motion.JumpTo({{0, 0}, 3000});
    motion.Fling({1000, 0}, 0);
    for (double now_s = step_s; motion.Advance(now_s) && now_s < 5; now_s += step_s) {
    }
    return motion.camera().center_in_world.x;
  };
  EXPECT_LT(distance(0.016), -0.05);
  EXPECT_NEAR(distance(0.016), distance(0.05), 0.003);
}

TEST(HopCurves, AWayBackBowsToTheOtherSide) {
  const std::vector<Point2> stops{{0, 0}, {0.5f, 0}, {0, 0}, {0.2f, 0.4f}, {0, 0}};
  const std::vector<Curve> curves = HopCurves(stops);
  ASSERT_EQ(curves.size(), 4u);
  EXPECT_LT(PointOn(curves[0], 0.5f).y * PointOn(curves[1], 0.5f).y, 0);
  for (const Curve& curve : curves) {
    const float chord = Distance(curve.from, curve.to);
    const Point2 middle = (curve.from + curve.to) * 0.5f;
    const float sagitta = Distance(PointOn(curve, 0.5f), middle) / chord;
    EXPECT_GE(sagitta, 0.09f);
    EXPECT_LE(sagitta, 0.31f);
  }
}

PointTable Cross() {
  PointTable table;
  table.codes = {32768, 32768, 60000, 32768, 5000, 32768, 32768, 60000, 32768, 5000, 60000, 34000};
  table.hues.resize(6);
  return table;
}

TEST(NearestDot, FindsWithinReachAndPrefersTheSmallerItem) {
  const PointTable table = Cross();
  EXPECT_EQ(NearestDot(table, {0, 0.01f}, 0.1f), 0u);
  EXPECT_EQ(NearestDot(table, {0.5f, 0.5f}, 0.1f), std::nullopt);
}

TEST(NextDot, WalksInTheDirectionAsked) {
  const PointTable table = Cross();
  EXPECT_EQ(NextDot(table, 0, {1, 0}), 1u);
  EXPECT_EQ(NextDot(table, 0, {-1, 0}), 2u);
  EXPECT_EQ(NextDot(table, 0, {0, 1}), 3u);
  EXPECT_EQ(NextDot(table, 0, {0, -1}), 4u);
  EXPECT_EQ(NextDot(table, 1, {1, 0}), std::nullopt);
}

}  // namespace
}  // namespace meander
