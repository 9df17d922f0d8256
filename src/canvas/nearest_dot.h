// Finding dots of a map: the one nearest to a place, and the next one in a direction, for a finger
// and for the arrow keys.
#pragma once

#include <cstdint>
#include <optional>

#include "canvas/scene.h"
#include "space/point.h"

namespace meander {

// The dot nearest to `at_in_world` within `reach_in_world`, one that is not dimmed before any that
// is; ties to the smaller item. A plain scan:
// 10⁵ dots take well under a millisecond.
std::optional<uint32_t> NearestDot(const PointTable& table, Point2 at_in_world,
                                   float reach_in_world);

// The dot to go to from `item` in `direction` (unit, y up): inside a cone of ±50° around it, the
// nearest counting a sideways step double; dimmed ones are passed over. nullopt at the edge of the
// map.
std::optional<uint32_t> NextDot(const PointTable& table, uint32_t item, Point2 direction);

Point2 PlaceOf(const PointTable& table, uint32_t item);

}  // namespace meander
