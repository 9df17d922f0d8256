// Cells, ribbons, strokes and names.
#include "canvas/draw/marks.h"

#include <algorithm>
#include <cmath>

#include "canvas/envelope.h"
#include "canvas/label_box.h"
#include "canvas/theme.h"

namespace meander {
namespace {

constexpr float kChevronAt = 0.53f;
constexpr float kLeastChevronCurve_px = 46;
constexpr float kCasingOpacity = 0.95f;
constexpr float kHaloOpacity = 0.94f;

Rect Around(Point2 a, Point2 b, Point2 c) {
  return {{std::min({a.x, b.x, c.x}), std::min({a.y, b.y, c.y})},
          {std::max({a.x, b.x, c.x}), std::max({a.y, b.y, c.y})}};
}

void AddArrow(const Polyline& line, const StrokeMark& stroke, float whole_px,
              const ChartFrame& frame, Mesh& mesh) {
  if (!stroke.chevron || whole_px < kLeastChevronCurve_px || stroke.drawn_to <= kChevronAt ||
      stroke.drawn_from >= kChevronAt) {
    return;
  }
  const float at = whole_px * kChevronAt;
  const float width =
      stroke.width_from_px + (stroke.width_to_px - stroke.width_from_px) * kChevronAt;
  const float length = 9.6f + 1.6f * width;
  const float casing = stroke.casing_px > 0 ? 1.5f : 0.f;
  const Point2 place = line.At(at), way = line.DirectionAt(at);
  if (casing > 0) {
    AddChevron(place, way, length, casing, frame.soft_px(), CasingColor(frame.theme, 1), mesh);
  }
  // The head is solid even on a faint line: direction must be read first.
  AddChevron(place, way, length, 0, frame.soft_px(),
             ColorOf(Paint{stroke.paint.token, std::max(stroke.paint.opacity, 0.9f)}, frame.theme),
             mesh);
}

void AddOneStroke(const StrokeMark& stroke, const ChartFrame& frame, Mesh& mesh) {
  const Point2 from = frame.Place(stroke.from), control = frame.Place(stroke.control);
  const Point2 to = frame.Place(stroke.to);
  if (!IsNear(Around(from, control, to), frame, 16)) return;
  const Polyline line = FlattenQuadratic(from, control, to);
  const float whole = line.length_px();
  StrokeShape shape{.begin_px = whole * std::clamp(stroke.drawn_from, 0.f, 1.f),
                    .end_px = whole * std::clamp(stroke.drawn_to, 0.f, 1.f),
                    .width_from_px = stroke.width_from_px,
                    .width_to_px = stroke.width_to_px,
                    .round_caps = true,
                    .soft_px = frame.soft_px()};
  if (stroke.casing_px > 0) {
    StrokeShape casing = shape;
    casing.width_from_px += stroke.casing_px;
    casing.width_to_px += stroke.casing_px;
    AddStroke(line, casing, CasingColor(frame.theme, std::min(1.f, stroke.paint.opacity * 1.4f)),
              mesh);
  }
  const PackedColor color = ColorOf(stroke.paint, frame.theme);
  if (stroke.gap_px > 0) {
    AddDashes(line, shape, stroke.dash_px, stroke.gap_px, color, mesh);
  } else {
    AddStroke(line, shape, color, mesh);
  }
  AddArrow(line, stroke, whole, frame, mesh);
}

}  // namespace

bool IsNear(Rect box, const ChartFrame& frame, float margin_px) {
  const Point2 margin{margin_px, margin_px};
  const Point2 end = frame.origin_px + Point2{frame.viewport.width_px, frame.viewport.height_px};
  return Rect{box.low - margin, box.high + margin}.Overlaps({frame.origin_px, end});
}

Rect SnappedBox(Rect in_world, const ChartFrame& frame) {
  const float ratio = frame.viewport.pixel_ratio;
  const auto snap = [&](float value) { return std::round(value * ratio) / ratio; };
  const Point2 a = frame.Place(in_world.low), b = frame.Place(in_world.high);
  return {{snap(a.x), snap(b.y)}, {snap(b.x), snap(a.y)}};
}

PackedColor CasingColor(ThemeKind theme, float opacity) {
  const Token token = theme == ThemeKind::kDark ? Token::kWater : Token::kRaised;
  return ColorOf(Paint{token, kCasingOpacity * opacity}, theme);
}

void AddMesh(const Mesh& mesh, ImDrawList* list) {
  if (mesh.indices.empty()) return;
  list->PrimReserve(static_cast<int>(mesh.indices.size()), static_cast<int>(mesh.vertices.size()));
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  const unsigned int first = list->_VtxCurrentIdx;
  for (const uint32_t index : mesh.indices) list->PrimWriteIdx(first + index);
  for (const MeshVertex& vertex : mesh.vertices) {
    list->PrimWriteVtx({vertex.at_px.x, vertex.at_px.y}, white, vertex.color);
  }
}

void DrawCells(std::span<const CellMark> cells, const ChartFrame& frame, ImDrawList* list) {
  for (const CellMark& cell : cells) {
    const Rect box = SnappedBox(cell.in_world, frame);
    if (!IsNear(box, frame, 0)) continue;
    const PackedColor color = ColorOf(cell.paint, frame.theme);
    if (!cell.hatched) {
      list->AddRectFilled({box.low.x, box.low.y}, {box.high.x, box.high.y}, color);
      continue;
    }
    list->AddRectFilled({box.low.x, box.low.y}, {box.high.x, box.high.y}, Faded(color, 0.25f));
    Mesh mesh;
    AddHatching(box, frame.soft_px(), color, mesh);
    AddMesh(mesh, list);
  }
}

void DrawRibbons(std::span<const RibbonMark> ribbons, const ChartFrame& frame, ImDrawList* list) {
  Mesh mesh;
  for (const RibbonMark& ribbon : ribbons) {
    const Point2 from = frame.Place(ribbon.from), to = frame.Place(ribbon.to);
    const Polyline line = ribbon.sideways ? FlattenHorizontal(from, to) : FlattenVertical(from, to);
    StrokeShape shape{.begin_px = 0,
                      .end_px = line.length_px(),
                      .width_from_px = ribbon.width_px,
                      .width_to_px = ribbon.width_px,
                      .round_caps = false,
                      .soft_px = frame.soft_px()};
    constexpr float kBand_px = 20;
    if (ribbon.width_px >= kBand_px) shape.across = ribbon.sideways ? Point2{0, 1} : Point2{1, 0};
    const PackedColor color = ColorOf(ribbon.paint, frame.theme);
    AddStroke(line, shape, ribbon.hatched ? Faded(color, 0.25f) : color, mesh);
    if (ribbon.hatched) AddDashes(line, shape, 2.4f, 3.6f, color, mesh);
  }
  AddMesh(mesh, list);
}

void DrawStrokes(std::span<const StrokeMark> strokes, const ChartFrame& frame, ImDrawList* list) {
  Mesh mesh;
  for (const StrokeMark& stroke : strokes) AddOneStroke(stroke, frame, mesh);
  AddMesh(mesh, list);
}

void DrawEnvelopes(std::span<const EnvelopeMark> envelopes, const ChartFrame& frame,
                   ImDrawList* list) {
  Mesh mesh;
  for (const EnvelopeMark& envelope : envelopes) {
    const Point2 at = frame.Place(envelope.at);
    if (!IsNear({at, at}, frame, 20)) continue;
    const PackedColor color = ColorOf(envelope.paint, frame.theme);
    const float half_px = envelope.stroke_px / 2;
    for (const EnvelopeStroke& stroke : StrokesOf(envelope, at)) {
      const float left = stroke.from_px.x - half_px, right = stroke.from_px.x + half_px;
      const float top = stroke.from_px.y - half_px, bottom = stroke.to_px.y + half_px;
      const Point2 outline[] = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
      AddConvex(outline, frame.soft_px(), color, mesh);
    }
  }
  AddMesh(mesh, list);
}

void DrawVisited(std::span<const Point2> places_in_world, float radius_px, const ChartFrame& frame,
                 ImDrawList* list) {
  Mesh mesh;
  for (const Point2 place : places_in_world) {
    const Point2 at = frame.Place(place);
    if (!IsNear({at, at}, frame, 8)) continue;
    AddRing(at, radius_px + 1.4f, 1.5f, frame.soft_px(), ColorOf(Token::kAccent, frame.theme),
            mesh);
  }
  AddMesh(mesh, list);
}

void DrawLabels(std::span<const LabelMark> labels, const ChartFrame& frame, ImDrawList* list) {
  // Highest priority last, on top.
  const Token ground = frame.theme == ThemeKind::kDark ? Token::kLand1 : Token::kLand5;
  for (size_t i = labels.size(); i-- > 0;) {
    const LabelMark& label = labels[i];
    if (label.fade <= 0.004f || label.text.empty()) continue;
    const LabelBox box = LabelBoxAt(label, frame.Place(label.at));
    if (!IsNear(box.bounds_px, frame, label.halo_px)) continue;
    const TextStyle style{label.face, label.size_px};
    const PackedColor color = Faded(ColorOf(label.paint, frame.theme), label.fade);
    if (label.halo_px <= 0) {
      DrawText(list, style, box.baseline_px, color, label.text);
      continue;
    }
    const PackedColor halo = ColorOf(Paint{ground, kHaloOpacity * label.fade}, frame.theme);
    DrawHaloText(list, style, box.baseline_px, color, halo, label.halo_px, label.text);
  }
}

}  // namespace meander
