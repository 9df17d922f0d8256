// Where a field on a grid crosses a level: lines for land, shapes for groups on a photo.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "space/point.h"

namespace meander {

// Values at the middles of equal cells, row 0 at the lowest y.
struct HeightGrid {
  Rect bounds;
  int columns = 0, rows = 0;
  std::span<const float> heights;

  Point2 CenterOf(int column, int row) const {
    return {bounds.low.x +
                bounds.width() * (static_cast<float>(column) + 0.5f) / static_cast<float>(columns),
            bounds.low.y +
                bounds.height() * (static_cast<float>(row) + 0.5f) / static_cast<float>(rows)};
  }
};

// Closed loops (the first point is not repeated) by marching squares with linear interpolation,
// what is higher to their left; one that runs into the border ends there.
std::vector<std::vector<Point2>> LinesAt(const HeightGrid& grid, float height);

// A shape of what is higher; `holes` lie in it.
struct Contour {
  std::vector<Point2> outline;  // anticlockwise where y is up
  std::vector<std::vector<Point2>> holes;
};

// What of `side` × `side` values (row 0 at the top, as in a picture) reaches `level`, over
// `in_world`: a smooth field goes through the values at the middles of their cells (Catmull and
// Rom 1974), is cut at the level and closed along the border. Specks smaller than a tenth of a cell
// are left out. Empty where the values are not side × side or not finite.
std::vector<Contour> ContoursOf(std::span<const float> values, int side, float level,
                                Rect in_world = {{-1, -1}, {1, 1}});

// What runs along the edge of a picture follows its round corners. `radius` as `box`, in the world.
void CutRoundCorners(const Rect& box, float radius, std::vector<Point2>& outline);

}  // namespace meander
