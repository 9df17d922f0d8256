// The shape of a journey's hops: one quadratic curve a hop, bowed to alternating sides, a hop that
// goes back the same way bowed to the other side so that both stay visible. Pure.
#pragma once

#include <span>
#include <vector>

#include "canvas/camera.h"
#include "canvas/scene.h"
#include "space/point.h"

namespace meander {

struct Curve {
  Point2 from, control, to;
};
Point2 PointOn(const Curve& curve, float t);
float LengthOf(const Curve& curve);  // in the unit of its points, by chords

// One curve for each pair of following stops; places in world. Repeats of the same hop are bowed
// ever more, returns to the other side.
std::vector<Curve> HopCurves(std::span<const Point2> stops_in_world);
// A single arc lifted by `sagitta` of its length, to the left of its direction when positive.
Curve ArcBetween(Point2 from, Point2 to, float sagitta);

}  // namespace meander
