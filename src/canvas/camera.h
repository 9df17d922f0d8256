// The camera over a map: where it looks and how close, and the two transforms between world and
// screen. Pure; gestures and flights that move it are in camera_motion.h.
#pragma once

#include "space/point.h"

namespace meander {

// The part of the window the chart occupies, in CSS pixels, y down.
struct Viewport {
  float width_px = 0;
  float height_px = 0;
  float pixel_ratio = 1;  // device pixels per CSS pixel
  // Parts covered by cards or bars; a fit keeps clear of them.
  float inset_left_px = 0, inset_top_px = 0, inset_right_px = 0, inset_bottom_px = 0;
};

struct Camera {
  Point2 center_in_world;
  float pixels_per_world = 1;  // CSS pixels per world unit

  friend bool operator==(const Camera&, const Camera&) = default;
};

inline Point2 ScreenFromWorld(const Camera& camera, const Viewport& viewport, Point2 in_world) {
  return {
      viewport.width_px / 2 + (in_world.x - camera.center_in_world.x) * camera.pixels_per_world,
      viewport.height_px / 2 - (in_world.y - camera.center_in_world.y) * camera.pixels_per_world};
}

inline Point2 WorldFromScreen(const Camera& camera, const Viewport& viewport, Point2 on_screen_px) {
  return {
      camera.center_in_world.x + (on_screen_px.x - viewport.width_px / 2) / camera.pixels_per_world,
      camera.center_in_world.y -
          (on_screen_px.y - viewport.height_px / 2) / camera.pixels_per_world};
}

// The camera that shows `bounds` whole inside the viewport's free part with `margin_px` to spare.
Camera FitCamera(const Rect& bounds_in_world, const Viewport& viewport, float margin_px);

// Scale relative to the fit of the whole map: the design's k (1 = fit), 0.5 … 40.
inline float RelativeScale(const Camera& camera, const Camera& fit) {
  return camera.pixels_per_world / fit.pixels_per_world;
}
inline constexpr float kLeastScale = 0.5f;
inline constexpr float kGreatestScale = 40.f;

}  // namespace meander
