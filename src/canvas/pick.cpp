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

// Along the cubic that canvas/draw draws.
float DistanceToRibbon(const RibbonMark& ribbon, Point2 from, Point2 to, Point2 at) {
  const Point2 middle = (from + to) * 0.5f;
  const Point2 out = ribbon.sideways ? Point2{middle.x, from.y} : Point2{from.x, middle.y};
  const Point2 in = ribbon.sideways ? Point2{middle.x, to.y} : Point2{to.x, middle.y};
  float nearest = 1e9f;
  Point2 before = from;
  for (int step = 1; step <= 24; ++step) {
    const float t = static_cast<float>(step) / 24, s = 1 - t;
    const Point2 here =
        from * (s * s * s) + out * (3 * s * s * t) + in * (3 * s * t * t) + to * (t * t * t);
    nearest = std::min(nearest, DistanceToSegment(at, before, here));
    before = here;
  }
  return nearest;
}

// By the even-odd rule, holes among the loops.
bool IsInside(const AreaMark& area, Point2 at) {
  bool inside = false;
  const auto count = [&](const std::vector<Point2>& loop) {
    for (size_t i = 0; i < loop.size(); ++i) {
      const Point2 a = loop[i], b = loop[(i + 1) % loop.size()];
      if ((a.y > at.y) == (b.y > at.y)) continue;
      if (at.x < a.x + (b.x - a.x) * ((at.y - a.y) / (b.y - a.y))) inside = !inside;
    }
  };
  count(area.outline);
  for (const auto& hole : area.holes) count(hole);
  return inside;
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
  for (auto ribbon = scene.ribbons.rbegin(); ribbon != scene.ribbons.rend(); ++ribbon) {
    const bool is_under = ribbon->item != kNoItem &&
                          DistanceToRibbon(*ribbon, on_screen(ribbon->from), on_screen(ribbon->to),
                                           at_px) <= std::max(ribbon->width_px / 2, reach_px / 2);
    if (is_under) return ribbon->item;
  }
  for (auto cell = scene.cells.rbegin(); cell != scene.cells.rend(); ++cell) {
    const Point2 low = on_screen(cell->in_world.low), high = on_screen(cell->in_world.high);
    const Rect box{{low.x, high.y}, {high.x, low.y}};
    if (cell->item != kNoItem && box.Contains(at_px)) return cell->item;
  }
  const Point2 in_world = WorldFromScreen(camera, viewport, at_px);
  for (auto area = scene.areas.rbegin(); area != scene.areas.rend(); ++area) {
    if (area->item != kNoItem && IsInside(*area, in_world)) return area->item;
  }
  for (auto mark = scene.pictures.rbegin(); mark != scene.pictures.rend(); ++mark) {
    if (mark->item != kNoItem && mark->in_world.Contains(in_world)) return mark->item;
  }
  if (scene.points.table == nullptr || scene.points.towards != nullptr) return std::nullopt;
  return NearestDot(*scene.points.table, in_world, reach_px / camera.pixels_per_world);
}

}  // namespace meander
