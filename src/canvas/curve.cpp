// See curve.h.
#include "canvas/curve.h"

#include <algorithm>

namespace meander {

Point2 PointOn(const Curve& curve, float t) {
  const float s = 1 - t;
  return curve.from * (s * s) + curve.control * (2 * s * t) + curve.to * (t * t);
}

float LengthOf(const Curve& curve) {
  float length = 0;
  Point2 before = curve.from;
  for (int step = 1; step <= 16; ++step) {
    const Point2 here = PointOn(curve, static_cast<float>(step) / 16);
    length += Distance(before, here);
    before = here;
  }
  return length;
}

Curve ArcBetween(Point2 from, Point2 to, float sagitta) {
  const Point2 way = to - from;
  const Point2 middle = (from + to) * 0.5f;
  // A quadratic curve passes half-way between its chord and its control point.
  const Point2 lift{-way.y * 2 * sagitta, way.x * 2 * sagitta};
  return {from, middle + lift, to};
}

std::vector<Curve> HopCurves(std::span<const Point2> stops_in_world) {
  std::vector<Curve> curves;
  std::vector<float> sides;  // +1: left of the hop's own direction
  for (size_t i = 0; i + 1 < stops_in_world.size(); ++i) {
    const Point2 from = stops_in_world[i], to = stops_in_world[i + 1];
    int repeats = 0;
    float side = i % 2 == 0 ? 1.f : -1.f;
    for (size_t j = 0; j < i; ++j) {
      const bool is_same = stops_in_world[j] == from && stops_in_world[j + 1] == to;
      const bool is_back = stops_in_world[j] == to && stops_in_world[j + 1] == from;
      if (!is_same && !is_back) continue;
      ++repeats;
      // The same side seen along its own direction is the other side on the map.
      side = sides[j];
    }
    // Short hops bow more, so that they still read as curves beside a long one.
    const float bow = std::clamp(0.16f - 0.06f * Distance(from, to), 0.1f, 0.16f);
    const float sagitta = std::min(bow + 0.05f * static_cast<float>(repeats / 2), 0.3f);
    sides.push_back(side);
    curves.push_back(ArcBetween(from, to, side * sagitta));
  }
  return curves;
}

}  // namespace meander
