// Signs as strokes with round ends.
#include "canvas/widgets/icons.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "canvas/draw/marks.h"

namespace meander {
namespace {

struct Pen {
  Point2 center_px;
  float unit_px;  // a sixteenth of the sign
  ImU32 color;
  Mesh mesh;
  float soft_px = 1 / std::max(ImGui::GetIO().DisplayFramebufferScale.x, 0.25f);

  Point2 At(float x, float y) const { return center_px + Point2{x, y} * unit_px; }
  void Line(std::initializer_list<Point2> points, float width = 1.7f) {
    for (size_t i = 0; i + 1 < points.size(); ++i) {
      const Point2 a = At((points.begin() + i)->x, (points.begin() + i)->y);
      const Point2 b = At((points.begin() + i + 1)->x, (points.begin() + i + 1)->y);
      const Polyline line = FlattenQuadratic(a, (a + b) * 0.5f, b);
      const float px = width * unit_px;
      AddStroke(line, {0, line.length_px(), px, px, true, soft_px}, color, mesh);
    }
  }
};

}  // namespace

void DrawIcon(ImDrawList* list, Icon icon, Point2 center_px, float size_px, ImU32 color) {
  Pen pen{center_px, size_px / 16, color, {}};
  switch (icon) {
    case Icon::kNone:
      return;
    case Icon::kPlay: {
      const std::array<Point2, 3> triangle = {pen.At(-4, -5), pen.At(5.5f, 0), pen.At(-4, 5)};
      AddConvex(triangle, pen.soft_px, color, pen.mesh);
      break;
    }
    case Icon::kPause:
      pen.Line({{-2.6f, -4}, {-2.6f, 4}}, 2.6f);
      pen.Line({{2.6f, -4}, {2.6f, 4}}, 2.6f);
      break;
    case Icon::kPlus:
      pen.Line({{-5.5f, 0}, {5.5f, 0}});
      pen.Line({{0, -5.5f}, {0, 5.5f}});
      break;
    case Icon::kMinus:
      pen.Line({{-5.5f, 0}, {5.5f, 0}});
      break;
    case Icon::kFit:
      for (const float x : {-1.f, 1.f}) {
        for (const float y : {-1.f, 1.f})
          pen.Line({{6 * x, 2.4f * y}, {6 * x, 6 * y}, {2.4f * x, 6 * y}});
      }
      break;
    case Icon::kArrow:
      pen.Line({{-6, 0}, {6, 0}});
      pen.Line({{2, -4}, {6, 0}, {2, 4}});
      break;
    case Icon::kBack:
      pen.Line({{6, 0}, {-6, 0}});
      pen.Line({{-2, -4}, {-6, 0}, {-2, 4}});
      break;
    case Icon::kClose:
      pen.Line({{-4.5f, -4.5f}, {4.5f, 4.5f}});
      pen.Line({{-4.5f, 4.5f}, {4.5f, -4.5f}});
      break;
  }
  AddMesh(pen.mesh, list);
}

}  // namespace meander
