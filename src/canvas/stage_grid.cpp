// See stage_grid.h.
#include "canvas/stage_grid.h"

#include <algorithm>

namespace meander {

Rect PlaceBox(const Rect& box, int side, int place, float share) {
  const float width = box.width() / static_cast<float>(side),
              height = box.height() / static_cast<float>(side);
  const auto column = static_cast<float>(place % side), row = static_cast<float>(place / side);
  const Point2 middle{box.low.x + width * (column + 0.5f), box.low.y + height * (row + 0.5f)};
  const Point2 reach{width * share / 2, height * share / 2};
  return {middle - reach, middle + reach};
}

uint16_t PlaceOnGrid(int from_side, int place, int to_side) {
  // The middle of a place, in halves of one, so that it is exact either way.
  const auto over = [&](int at) {
    return std::min((2 * at + 1) * to_side / (2 * from_side), to_side - 1);
  };
  return static_cast<uint16_t>(over(place / from_side) * to_side + over(place % from_side));
}

}  // namespace meander
