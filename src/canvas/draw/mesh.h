// Triangles with soft edges for curves, arrowheads and bands, made on the CPU: pure geometry, no
// GL. The last pixel of every outline fades to nothing, which is the antialiasing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "canvas/colors.h"
#include "space/point.h"

namespace meander {

struct MeshVertex {
  Point2 at_px;
  PackedColor color;
};
struct Mesh {
  std::vector<MeshVertex> vertices;
  std::vector<uint32_t> indices;
};

// A curve as points with the length walked up to each.
struct Polyline {
  std::vector<Point2> points_px;
  std::vector<float> lengths_px;  // ascending from 0
  float length_px() const { return lengths_px.empty() ? 0 : lengths_px.back(); }
  Point2 At(float length) const;
  Point2 DirectionAt(float length) const;  // unit
};

// Even steps of at most 4 px along a quadratic curve; between 2 and 200 points.
Polyline FlattenQuadratic(Point2 from, Point2 control, Point2 to);
// A cubic that leaves `from` and reaches `to` vertically.
Polyline FlattenVertical(Point2 from, Point2 to);
// The same horizontally.
Polyline FlattenHorizontal(Point2 from, Point2 to);

struct StrokeShape {
  float begin_px = 0, end_px = 0;            // the part drawn, along the curve
  float width_from_px = 1, width_to_px = 1;  // at the curve's two ends, not the part's
  bool round_caps = true;
  float soft_px = 1;  // width of the fading edge: one device pixel
  // Unit; not {0, 0}: the width is measured that way all along, as in a flow, and the ends are cut
  // along it. A band wider than its bends are round would else fold over itself.
  Point2 across = {};
};
void AddStroke(const Polyline& line, const StrokeShape& shape, PackedColor color, Mesh& mesh);

// Dashes of `dash_px` with gaps between, beginning with a dash at `shape.begin_px`; dash 0: round
// dots as wide as the line, one every `gap_px`.
void AddDashes(const Polyline& line, const StrokeShape& shape, float dash_px, float gap_px,
               PackedColor color, Mesh& mesh);

void AddDisc(Point2 center_px, float radius_px, float soft_px, PackedColor color, Mesh& mesh);
void AddRing(Point2 center_px, float radius_px, float width_px, float soft_px, PackedColor color,
             Mesh& mesh);

// A convex outline, anticlockwise or clockwise, filled, its edge fading over `soft_px` centred on
// it.
void AddConvex(std::span<const Point2> outline_px, float soft_px, PackedColor color, Mesh& mesh);

// Any outline, the first loop, and the holes in it, the others; its edge fades as a convex one's.
void AddArea(std::span<const std::vector<Point2>> loops_px, float soft_px, PackedColor color,
             Mesh& mesh);

// A line once around.
void AddLoop(std::span<const Point2> loop_px, float width_px, float soft_px, PackedColor color,
             Mesh& mesh);

// A loop's places that differ and are finite; and which way is out at each of them where it goes
// round from x to y (inwards else), longer at corners, so that moved edges stay parallel.
std::vector<Point2> WithoutRepeats(std::span<const Point2> loop_px);
std::vector<Point2> OutwardOf(std::span<const Point2> loop_px);

// An arrowhead centred at `at_px`, pointing along `direction`; notched at its back like a chart's.
// `grow_px` widens it all round, for its casing.
void AddChevron(Point2 at_px, Point2 direction, float length_px, float grow_px, float soft_px,
                PackedColor color, Mesh& mesh);

// 45° stripes 2.4 px wide, 6 px apart, inside the rectangle.
void AddHatching(const Rect& rect_px, float soft_px, PackedColor color, Mesh& mesh);

}  // namespace meander
