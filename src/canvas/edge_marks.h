// What lies beyond the chart's edge: where the way to it leaves the view, and a small chevron
// there, so that a name can stand beside it and say what is out there.
#pragma once

#include <optional>
#include <vector>

#include "canvas/camera.h"
#include "canvas/scene.h"

namespace meander {

// How far from the chart's edge (and from what covers it) the mark stands.
inline constexpr float kEdgeMargin_px = 14;

struct EdgeExit {
  Point2 at_px;
  Point2 direction;  // unit, screen, y down: outwards along the way
};

// Where the straight way from `from` (in view) to `to` leaves the free part of the chart. nullopt
// when `to` is in view itself, or `from` is not.
std::optional<EdgeExit> ExitToward(Point2 from_in_world, Point2 to_in_world, const Camera& camera,
                                   const Viewport& viewport);

// Two short strokes that point outwards, 7 px each; a pick on them means `item`.
void AddEdgeChevron(const EdgeExit& exit, const Camera& camera, const Viewport& viewport,
                    Paint paint, uint32_t item, std::vector<StrokeMark>& strokes);

}  // namespace meander
