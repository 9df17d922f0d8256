// Rounded shapes, shadows and text in boxes.
#include "canvas/widgets/shape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "canvas/draw/marks.h"
#include "canvas/label_box.h"
#include "canvas/text_metrics.h"

namespace meander {
namespace {

float SoftPx() { return 1 / std::max(ImGui::GetIO().DisplayFramebufferScale.x, 0.25f); }

constexpr int kCornerSteps = 8;

// The outline of a rounded rectangle, always with the same number of points.
std::vector<Point2> Outline(const Rect& box, float radius) {
  const float r =
      std::clamp(radius, 0.01f, std::max(0.01f, std::min(box.width(), box.height()) / 2));
  const std::array<Point2, 4> centers = {
      Point2{box.high.x - r, box.high.y - r}, Point2{box.low.x + r, box.high.y - r},
      Point2{box.low.x + r, box.low.y + r}, Point2{box.high.x - r, box.low.y + r}};
  std::vector<Point2> outline;
  for (int corner = 0; corner < 4; ++corner) {
    for (int step = 0; step <= kCornerSteps; ++step) {
      const float angle = std::numbers::pi_v<float> / 2 *
                          (static_cast<float>(corner) + static_cast<float>(step) / kCornerSteps);
      outline.push_back(centers[corner] + Point2{std::cos(angle), std::sin(angle)} * r);
    }
  }
  return outline;
}

Rect Grown(const Rect& box, float by) {
  return {box.low - Point2{by, by}, box.high + Point2{by, by}};
}

// Nested outlines whose opacity follows the edge of a blurred rectangle.
void AddShadow(const Rect& box, float radius, float blur, ImU32 color, Mesh& mesh) {
  const int rings = blur > 4 ? 8 : 4;
  const float sigma = blur / 2;
  uint32_t before = 0, count = 0;
  for (int ring = 0; ring < rings; ++ring) {
    const float off =
        sigma * (-2.f + 4.4f * static_cast<float>(ring) / static_cast<float>(rings - 1));
    const float share = 0.5f * std::erfc(off / (sigma * std::numbers::sqrt2_v<float>));
    const auto points = Outline(Grown(box, off), std::max(radius + off, 2.f));
    const auto first = static_cast<uint32_t>(mesh.vertices.size());
    count = static_cast<uint32_t>(points.size());
    for (const Point2 point : points) {
      mesh.vertices.push_back({point, Faded(color, ring == rings - 1 ? 0 : share)});
    }
    for (uint32_t i = 0; ring > 0 && i < count; ++i) {
      const uint32_t next = (i + 1) % count;
      mesh.indices.insert(mesh.indices.end(), {before + i, first + i, first + next, before + i,
                                               first + next, before + next});
    }
    before = first;
  }
}

}  // namespace

void FillRounded(ImDrawList* list, const Rect& in_px, float radius_px, ImU32 color) {
  Mesh mesh;
  AddConvex(Outline(in_px, radius_px), SoftPx(), color, mesh);
  AddMesh(mesh, list);
}

void OutlineRounded(ImDrawList* list, const Rect& in_px, float radius_px, float width_px,
                    ImU32 color) {
  Mesh mesh;
  const float half = width_px / 2, soft = SoftPx();
  const std::array<float, 4> offsets = {soft / 2, -soft / 2, -width_px + soft / 2,
                                        -width_px - soft / 2};
  const std::array<ImU32, 4> colors = {Faded(color, 0), color, color, Faded(color, 0)};
  uint32_t before = 0;
  for (size_t i = 0; i < offsets.size(); ++i) {
    const float offset = width_px <= soft && (i == 1 || i == 2) ? -half : offsets[i];
    const auto points = Outline(Grown(in_px, offset), radius_px + offset);
    const auto first = static_cast<uint32_t>(mesh.vertices.size());
    const auto count = static_cast<uint32_t>(points.size());
    for (const Point2 point : points) mesh.vertices.push_back({point, colors[i]});
    for (uint32_t k = 0; i > 0 && k < count; ++k) {
      const uint32_t next = (k + 1) % count;
      mesh.indices.insert(mesh.indices.end(), {before + k, first + k, first + next, before + k,
                                               first + next, before + next});
    }
    before = first;
  }
  AddMesh(mesh, list);
}

void DrawRaised(ImDrawList* list, const Rect& in_px, float radius_px, float opacity) {
  const bool dark = CurrentUi().theme == ThemeKind::kDark;
  const ImU32 shade = dark ? 0xFF000000u : ColorOf(Token::kInk, ThemeKind::kLight);
  Mesh mesh;
  const Point2 near{0, 1}, far{0, 8};
  AddShadow({in_px.low + far, in_px.high + far}, radius_px, 28,
            Faded(shade, (dark ? 0.45f : 0.10f) * opacity), mesh);
  AddShadow({in_px.low + near, in_px.high + near}, radius_px, 2,
            Faded(shade, (dark ? 0.40f : 0.08f) * opacity), mesh);
  AddMesh(mesh, list);
  FillRounded(list, in_px, radius_px, UiColor(Token::kRaised, opacity));
}

void DrawFocusRing(ImDrawList* list, const Rect& in_px, float radius_px) {
  OutlineRounded(list, Grown(in_px, 4), radius_px + 4, 2, UiColor(Token::kFocus));
}

float WidthOf(TextStyle style, std::string_view text) {
  return TextWidth(style.face, style.size_px, text);
}

float MiddleBaseline(TextStyle style, float top_px, float bottom_px) {
  return (top_px + bottom_px) / 2 + kHalfCapital * style.size_px;
}

void DrawTextIn(ImDrawList* list, TextStyle style, const Rect& in_px, ImU32 color,
                std::string_view text, float align) {
  const float left = in_px.low.x + (in_px.width() - WidthOf(style, text)) * align;
  DrawText(list, style, {left, MiddleBaseline(style, in_px.low.y, in_px.high.y)}, color, text);
}

}  // namespace meander
