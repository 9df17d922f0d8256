// The land of a chart: the density of a map's dots on a grid, its heights, where its steps begin,
// and the topics' tint. The same grid is drawn by canvas/draw and written as contours by
// canvas/svg.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "canvas/figure.h"
#include "canvas/scene.h"
#include "space/point.h"

namespace meander {

inline constexpr int kLandSteps = 6;
// Heights of the two echo lines in the water.
inline constexpr std::array<float, 2> kEchoHeights = {-1.35f, -2.9f};
// Where nothing is near, the height is this.
inline constexpr float kSeaHeight = -6.f;

struct LandGrid {
  Rect bounds_in_world;  // of the whole grid; everything outside is open sea
  int columns = 0, rows = 0;
  std::vector<float> heights;  // log2(density / density at the coast), row 0 at the lowest y
  std::vector<uint8_t> tint;   // RGBA a cell: colour of the dots around, strength
  std::array<float, kLandSteps> steps{};  // ascending; steps[0] = 0, the coast

  Point2 CenterOf(int column, int row) const {
    return {bounds_in_world.low.x + bounds_in_world.width() * (static_cast<float>(column) + 0.5f) /
                                        static_cast<float>(columns),
            bounds_in_world.low.y + bounds_in_world.height() * (static_cast<float>(row) + 0.5f) /
                                        static_cast<float>(rows)};
  }
};

// Blurs the dots with σ = `sigma_in_world` (three box passes) on a grid of about σ / 4.5 a cell, at
// most a million cells. The coast lies at the density that 3.5 % of the dots fall below, the other
// steps at further shares of the dots, so that any map has land of the same look. Sums are floats,
// premultiplied: eight bits would turn the tint grey. An empty table gives an empty grid.
LandGrid ComputeLand(const PointTable& table, float sigma_in_world, ThemeKind theme);

// The rectangle around all dots, world; [-1, 1]² for an empty table.
Rect BoundsOf(const PointTable& table);

// The σ of the land at `pixels_per_world`, quantised so that it changes once per zoom octave. At
// fit it is about 18 px on a 744 px chart; it shrinks with the square root of the zoom, so that
// land stays land, and no further than a quarter.
float LandSigmaInWorld(float pixels_per_world, float fit_pixels_per_world, float chart_side_px);

// The lines where the grid's height crosses `height`: closed loops (the first point is not
// repeated), world, by marching squares with linear interpolation. Filled with the even-odd rule
// they cover exactly the land above it, as long as `height` > kSeaHeight.
std::vector<std::vector<Point2>> ContoursOf(const LandGrid& grid, float height);

}  // namespace meander
