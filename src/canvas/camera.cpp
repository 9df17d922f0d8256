// See camera.h.
#include "canvas/camera.h"

#include <algorithm>

namespace meander {

Camera FitCamera(const Rect& bounds_in_world, const Viewport& viewport, float margin_px) {
  const float left = viewport.inset_left_px + margin_px;
  const float top = viewport.inset_top_px + margin_px;
  const float free_width =
      std::max(viewport.width_px - left - viewport.inset_right_px - margin_px, 16.f);
  const float free_height =
      std::max(viewport.height_px - top - viewport.inset_bottom_px - margin_px, 16.f);
  const float width = std::max(bounds_in_world.width(), 1e-4f);
  const float height = std::max(bounds_in_world.height(), 1e-4f);
  Camera camera;
  camera.pixels_per_world = std::min(free_width / width, free_height / height);
  // The middle of the bounds lands in the middle of the free part, not of the viewport.
  const Point2 middle = (bounds_in_world.low + bounds_in_world.high) * 0.5f;
  const float shift_x_px = left + free_width / 2 - viewport.width_px / 2;
  const float shift_y_px = top + free_height / 2 - viewport.height_px / 2;
  camera.center_in_world = {middle.x - shift_x_px / camera.pixels_per_world,
                            middle.y + shift_y_px / camera.pixels_per_world};
  return camera;
}

}  // namespace meander
