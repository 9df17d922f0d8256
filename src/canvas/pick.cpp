// What lies under a finger; see Pick() in scene.h.
#include <algorithm>
#include <cmath>

#include "canvas/label_box.h"
#include "canvas/nearest_dot.h"
#include "canvas/scene.h"

namespace meander {
namespace {

Point2 OnCurve(const StrokeMark& stroke, float t) {
  const float s = 1 - t;
  return stroke.from * (s * s) + stroke.control * (2 * s * t) + stroke.to * (t * t);
}

float DistanceToSegment(Point2 at, Point2 from, Point2 to) {
  const Point2 way = to - from;
  const float squared = Dot(way, way);
  const float share = squared > 0 ? std::clamp(Dot(at - from, way) / squared, 0.f, 1.f) : 0.f;
  return Distance(at, from + way * share);
}

}  // namespace

std::optional<uint32_t> Pick(const Scene& scene, const Camera& camera, const Viewport& viewport,
                             Point2 at_px, float reach_px) {
  const auto on_screen = [&](Point2 in_world) {
    return ScreenFromWorld(camera, viewport, in_world);
  };
  std::optional<uint32_t> best;
  float best_px = 1e9f;
  const auto offer = [&](uint32_t item, float distance_px) {
    if (item == kNoItem || distance_px > best_px) return;
    if (distance_px == best_px && best && *best < item) return;
    best = item;
    best_px = distance_px;
  };
  for (const DiscMark& disc : scene.discs) {
    // A capsule is as near as its middle line.
    Point2 nearest = on_screen(disc.at);
    const float half = CapsuleHalf_px(disc);
    nearest.x = std::clamp(at_px.x, nearest.x - half, nearest.x + half);
    const float distance = Distance(nearest, at_px);
    if (distance <= std::max(disc.radius_px, reach_px)) offer(disc.item, distance);
  }
  if (best) return best;
  for (const LabelMark& label : scene.labels) {
    if (label.item == kNoItem || label.fade < 0.5f) continue;
    Rect box = LabelBoxAt(label, on_screen(label.at)).bounds_px;
    box.low = box.low - Point2{2, 2};
    box.high = box.high + Point2{2, 2};
    if (box.Contains(at_px)) return label.item;
  }
  for (const StrokeMark& stroke : scene.strokes) {
    if (stroke.item == kNoItem) continue;
    Point2 before = on_screen(stroke.from);
    for (int step = 1; step <= 24; ++step) {
      const Point2 here = on_screen(OnCurve(stroke, static_cast<float>(step) / 24));
      const float distance = DistanceToSegment(at_px, before, here);
      if (distance <= reach_px / 2) offer(stroke.item, distance);
      before = here;
    }
  }
  if (best) return best;
  if (scene.points.table == nullptr || scene.points.towards != nullptr) return std::nullopt;
  return NearestDot(*scene.points.table, WorldFromScreen(camera, viewport, at_px),
                    reach_px / camera.pixels_per_world);
}

}  // namespace meander
