// Stops, rings, capsules and pulses.
#include <algorithm>
#include <cmath>

#include "canvas/draw/marks.h"
#include "canvas/label_box.h"
#include "canvas/ring_dots.h"
#include "canvas/theme.h"

namespace meander {
namespace {

// A disc, or as wide as its numeral asks, a capsule.
struct DiscPainter {
  const ChartFrame& frame;
  Point2 at_px;
  float half_width_px;  // of the straight middle part; 0: a disc
  Mesh mesh;

  void Fill(float radius_px, PackedColor color) {
    if (half_width_px <= 0) return AddDisc(at_px, radius_px, frame.soft_px(), color, mesh);
    const Point2 half{half_width_px, 0};
    const Polyline line = FlattenQuadratic(at_px - half, at_px, at_px + half);
    AddStroke(line,
              {.begin_px = 0,
               .end_px = line.length_px(),
               .width_from_px = 2 * radius_px,
               .width_to_px = 2 * radius_px,
               .round_caps = true,
               .soft_px = frame.soft_px()},
              color, mesh);
  }
  void Rimmed(float radius_px, float rim_px, PackedColor rim, PackedColor fill) {
    Fill(radius_px + rim_px / 2, rim);
    Fill(radius_px - rim_px / 2, fill);
  }
};

float NumeralSize(const DiscMark& disc) {
  const float base = disc.kind == DiscKind::kCurrent ? 0.98f : 1.24f;
  return std::max(disc.radius_px * base, 9.f);
}

void DrawNumeral(const DiscMark& disc, Point2 at, PackedColor color, ImDrawList* list) {
  const float size = NumeralSize(disc);
  const float width = TextWidth(Face::kUiBold, size, disc.numeral);
  DrawText(list, {Face::kUiBold, size}, {at.x - width / 2, at.y + 0.36f * size}, color,
           disc.numeral);
}

void DrawOne(const DiscMark& disc, const ChartFrame& frame, ImDrawList* list) {
  const ThemeKind theme = frame.theme;
  const Point2 at = frame.Place(disc.at);
  const float radius = disc.radius_px;
  const PackedColor ink = ColorOf(disc.paint, theme);
  const PackedColor raised = ColorOf(Token::kRaised, theme);
  const PackedColor casing = ColorOf(
      Paint{theme == ThemeKind::kDark ? Token::kWater : Token::kRaised, 0.95f * disc.paint.opacity},
      theme);
  const float text_width = TextWidth(Face::kUiBold, NumeralSize(disc), disc.numeral);
  const float half_width = std::max(0.f, text_width / 2 + 0.5f * radius - radius);
  DiscPainter painter{frame, at, disc.numeral.empty() ? 0 : half_width, {}};
  PackedColor numeral = ColorOf(Token::kInk, theme);
  switch (disc.kind) {
    case DiscKind::kStop:
      painter.Fill(radius + 2.4f, casing);
      painter.Rimmed(radius, 2, ink, raised);
      break;
    case DiscKind::kCurrent:
      painter.Fill(radius + 6, Faded(ink, 0.22f));
      painter.Fill(radius + 1, raised);
      painter.Fill(radius, ink);
      numeral = ColorOf(Token::kOnAccent, theme);
      break;
    case DiscKind::kSmall:
      painter.Fill(radius + 2, casing);
      painter.Rimmed(radius - 0.5f, 1.8f, ink, raised);
      break;
    case DiscKind::kRing:
      if (disc.is_dotted) {
        for (const Point2 dot : RingDots(at, radius)) {
          AddDisc(dot, kRingDot_px, frame.soft_px(), ink, painter.mesh);
        }
        break;
      }
      painter.Fill(radius + 2, casing);
      painter.Rimmed(radius, 1.7f, ink, raised);
      break;
    case DiscKind::kSelected:
      painter.Rimmed(radius, 2, ColorOf(Token::kInk, theme), raised);
      break;
    case DiscKind::kDot:
      painter.Fill(radius + 2, casing);
      painter.Fill(radius, ink);
      break;
    case DiscKind::kHandle: {
      const bool is_lit = disc.paint.token == Token::kAccent;
      painter.Fill(radius + 4, casing);
      painter.Rimmed(radius, 2.8f, ink, is_lit ? ColorOf(Token::kAccentSoft, theme) : raised);
      break;
    }
    case DiscKind::kPulse:
      AddRing(at, radius * (1 + 1.6f * disc.phase), 2.2f, frame.soft_px(),
              Faded(ink, 1 - disc.phase), painter.mesh);
      break;
  }
  AddMesh(painter.mesh, list);
  if (!disc.numeral.empty()) DrawNumeral(disc, at, Faded(numeral, disc.paint.opacity), list);
}

}  // namespace

void DrawDiscs(std::span<const DiscMark> discs, const ChartFrame& frame, ImDrawList* list) {
  const Point2 end = frame.origin_px + Point2{frame.viewport.width_px, frame.viewport.height_px};
  for (const DiscMark& disc : discs) {
    const Point2 margin{disc.radius_px * 3 + 40, disc.radius_px * 3 + 8};
    if (Rect{frame.origin_px - margin, end + margin}.Contains(frame.Place(disc.at))) {
      DrawOne(disc, frame, list);
    }
  }
}

}  // namespace meander
