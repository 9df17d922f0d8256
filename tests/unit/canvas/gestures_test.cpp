// Scripted fingers and wheels, and what they mean.
#include <gtest/gtest.h>

#include "canvas/gestures.h"

namespace meander {
namespace {

template <class T>
int CountOf(const std::vector<Gesture>& gestures) {
  int count = 0;
  for (const Gesture& gesture : gestures) count += std::holds_alternative<T>(gesture);
  return count;
}

struct Script {
  Gestures gestures;
  std::vector<Gesture> out;
  void Touch(PointerStep step, float x, float y, double time_s, uint32_t pointer = 1) {
    gestures.Feed(PointerInput{step, pointer, true, {x, y}, time_s}, out);
  }
  void Mouse(PointerStep step, float x, float y, double time_s) {
    gestures.Feed(PointerInput{step, 1, false, {x, y}, time_s}, out);
  }
};

TEST(Gestures, ATapIsATapAndTwoAreADoubleTap) {
  Script script;
  script.Touch(PointerStep::kDown, 10, 10, 0);
  script.Touch(PointerStep::kUp, 12, 11, 0.1);
  EXPECT_EQ(CountOf<TapGesture>(script.out), 1);
  script.Touch(PointerStep::kDown, 12, 12, 0.2);
  script.Touch(PointerStep::kUp, 12, 12, 0.25);
  EXPECT_EQ(CountOf<DoubleTapGesture>(script.out), 1);
  EXPECT_EQ(CountOf<TapGesture>(script.out), 1);
}

TEST(Gestures, ADragPansByAllItsWayAndFlicks) {
  Script script;
  script.Mouse(PointerStep::kDown, 0, 0, 0);
  for (int i = 1; i <= 10; ++i)
    script.Mouse(PointerStep::kMove, 10.f * static_cast<float>(i), 0, 0.01 * i);
  script.Mouse(PointerStep::kUp, 100, 0, 0.11);
  float way = 0;
  for (const Gesture& gesture : script.out) {
    if (const auto* pan = std::get_if<PanGesture>(&gesture)) way += pan->delta_px.x;
  }
  EXPECT_FLOAT_EQ(way, 100);
  EXPECT_EQ(CountOf<FlingGesture>(script.out), 1);
  EXPECT_EQ(CountOf<TapGesture>(script.out), 0);
}

TEST(Gestures, AFingerThatRestsBeforeLeavingDoesNotFlick) {
  Script script;
  script.Touch(PointerStep::kDown, 0, 0, 0);
  script.Touch(PointerStep::kMove, 50, 0, 0.05);
  script.Touch(PointerStep::kUp, 50, 0, 0.5);
  EXPECT_EQ(CountOf<FlingGesture>(script.out), 0);
}

TEST(Gestures, TwoFingersZoomAboutTheirMiddle) {
  Script script;
  script.Touch(PointerStep::kDown, 100, 100, 0, 1);
  script.Touch(PointerStep::kDown, 200, 100, 0, 2);
  script.Touch(PointerStep::kMove, 300, 100, 0.1, 2);
  float factor = 1;
  for (const Gesture& gesture : script.out) {
    if (const auto* zoom = std::get_if<ZoomGesture>(&gesture)) factor *= zoom->factor;
  }
  EXPECT_FLOAT_EQ(factor, 2);
  script.Touch(PointerStep::kUp, 300, 100, 0.2, 2);
  script.Touch(PointerStep::kUp, 100, 100, 0.2, 1);
  EXPECT_EQ(CountOf<TapGesture>(script.out), 0);
}

TEST(Gestures, ALongPressComesFromTimeAloneAndIsNoTap) {
  Script script;
  script.Touch(PointerStep::kDown, 5, 5, 0);
  EXPECT_TRUE(script.gestures.Advance(0.02, script.out));
  EXPECT_TRUE(script.gestures.Advance(0.3, script.out));
  EXPECT_FALSE(script.gestures.Advance(0.6, script.out));
  EXPECT_EQ(CountOf<LongPressGesture>(script.out), 1);
  script.Touch(PointerStep::kUp, 5, 5, 0.7);
  EXPECT_EQ(CountOf<TapGesture>(script.out), 0);
}

TEST(Gestures, ATapBetweenTwoSlowFramesIsATap) {
  Script script;
  script.Touch(PointerStep::kDown, 5, 5, 0);
  EXPECT_TRUE(script.gestures.Advance(0.7, script.out));
  script.Touch(PointerStep::kUp, 5, 5, 0.05);
  EXPECT_FALSE(script.gestures.Advance(1.4, script.out));
  EXPECT_EQ(CountOf<LongPressGesture>(script.out), 0);
  EXPECT_EQ(CountOf<TapGesture>(script.out), 1);
}

TEST(Gestures, InAnEmbedWheelAndOneFingerBelongToThePage) {
  Script script;
  script.gestures.SetCooperative(true);
  script.gestures.Feed(WheelInput{{0, 0}, 100, false}, script.out);
  EXPECT_EQ(CountOf<IgnoredGesture>(script.out), 1);
  script.Touch(PointerStep::kDown, 0, 0, 0);
  script.Touch(PointerStep::kMove, 0, 50, 0.1);
  script.Touch(PointerStep::kMove, 0, 90, 0.2);
  EXPECT_EQ(CountOf<PanGesture>(script.out), 0);
  EXPECT_EQ(CountOf<IgnoredGesture>(script.out), 2);  // once a drag
  script.gestures.Feed(WheelInput{{0, 0}, -120, true}, script.out);
  EXPECT_EQ(CountOf<ZoomGesture>(script.out), 1);
}

TEST(Gestures, TheWheelIsClampedAndSymmetric) {
  Script script;
  script.gestures.Feed(WheelInput{{0, 0}, 5000, false}, script.out);
  script.gestures.Feed(WheelInput{{0, 0}, -120, false}, script.out);
  const float out = std::get<ZoomGesture>(script.out[0]).factor;
  const float in = std::get<ZoomGesture>(script.out[1]).factor;
  EXPECT_FLOAT_EQ(out * in, 1);
}

}  // namespace
}  // namespace meander
