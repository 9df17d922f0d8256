// See edge_marks.h.
#include "canvas/edge_marks.h"

#include <algorithm>
#include <limits>

namespace meander {
namespace {

Rect FreePart(const Viewport& viewport) {
  return {{viewport.inset_left_px + kEdgeMargin_px, viewport.inset_top_px + kEdgeMargin_px},
          {viewport.width_px - viewport.inset_right_px - kEdgeMargin_px,
           viewport.height_px - viewport.inset_bottom_px - kEdgeMargin_px}};
}

// The share of the way `step` after which a coordinate at `from` passes one of two walls.
float ShareUntilWall(float from, float step, float low, float high) {
  if (step > 0) return (high - from) / step;
  if (step < 0) return (low - from) / step;
  return std::numeric_limits<float>::infinity();
}

}  // namespace

std::optional<EdgeExit> ExitToward(Point2 from_in_world, Point2 to_in_world, const Camera& camera,
                                   const Viewport& viewport) {
  const Rect free_px = FreePart(viewport);
  const Point2 from = ScreenFromWorld(camera, viewport, from_in_world);
  const Point2 to = ScreenFromWorld(camera, viewport, to_in_world);
  if (!free_px.Contains(from) || free_px.Contains(to)) return std::nullopt;
  const Point2 way = to - from;
  const float share = std::min(ShareUntilWall(from.x, way.x, free_px.low.x, free_px.high.x),
                               ShareUntilWall(from.y, way.y, free_px.low.y, free_px.high.y));
  return EdgeExit{from + way * share, way * (1 / Length(way))};
}

void AddEdgeChevron(const EdgeExit& exit, const Camera& camera, const Viewport& viewport,
                    Paint paint, uint32_t item, std::vector<StrokeMark>& strokes) {
  constexpr float kArm_px = 7;
  const Point2 back = exit.direction * -1, across{-exit.direction.y, exit.direction.x};
  for (const float side : {-1.f, 1.f}) {
    const Point2 end_px = exit.at_px + (back + across * (0.8f * side)) * (kArm_px / 1.28f);
    StrokeMark stroke;
    stroke.from = WorldFromScreen(camera, viewport, exit.at_px);
    stroke.to = WorldFromScreen(camera, viewport, end_px);
    stroke.control = (stroke.from + stroke.to) * 0.5f;
    stroke.width_from_px = stroke.width_to_px = 1.8f;
    stroke.paint = paint;
    stroke.casing_px = 2.4f;
    stroke.item = item;
    strokes.push_back(stroke);
  }
}

}  // namespace meander
