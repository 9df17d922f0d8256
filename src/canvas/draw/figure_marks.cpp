// Sets a Figure's marks: rectangles first, then lines, dots and type.
#include "canvas/draw/figure_marks.h"

#include <algorithm>

#include "canvas/draw/marks.h"
#include "canvas/draw/mesh.h"
#include "canvas/theme.h"

namespace meander {

void DrawFigureMarks(const Figure& figure, ThemeKind theme, ImDrawList* list) {
  const float soft = 1 / figure.pixel_ratio;
  for (const RectMark& rect : figure.rects) {
    const float radius =
        std::min({rect.radius_px, rect.in_px.width() / 2, rect.in_px.height() / 2});
    list->AddRectFilled({rect.in_px.low.x, rect.in_px.low.y},
                        {rect.in_px.high.x, rect.in_px.high.y}, ColorOf(rect.paint, theme), radius);
  }
  Mesh mesh;
  for (const LineMark& line : figure.lines) {
    const Polyline curve = FlattenQuadratic(line.from_px, line.control_px, line.to_px);
    AddStroke(curve,
              {.begin_px = 0,
               .end_px = curve.length_px(),
               .width_from_px = line.width_px,
               .width_to_px = line.width_px,
               .round_caps = true,
               .soft_px = soft},
              ColorOf(line.paint, theme), mesh);
  }
  for (const DotMark& dot : figure.dots) {
    AddDisc(dot.at_px, dot.radius_px, soft, ColorOf(dot.fill, theme), mesh);
    if (dot.ring_px > 0) {
      AddRing(dot.at_px, dot.radius_px - dot.ring_px / 2, dot.ring_px, soft,
              ColorOf(dot.ring, theme), mesh);
    }
  }
  AddMesh(mesh, list);
  for (const TextMark& text : figure.texts) {
    DrawText(list, {text.face, text.size_px}, text.at_px, ColorOf(text.paint, theme), text.text);
  }
}

}  // namespace meander
