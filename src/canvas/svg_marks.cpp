// Strokes, discs, cells, ribbons and names as SVG elements, pictures and areas under them.
#include <algorithm>
#include <cmath>

#include "canvas/envelope.h"
#include "canvas/label_box.h"
#include "canvas/ring_dots.h"
#include "canvas/svg_parts.h"

namespace meander {
namespace {

constexpr float kChevronAt = 0.53f;

struct Quadratic {
  Point2 from, control, to;
  Point2 At(float t) const {
    return from * ((1 - t) * (1 - t)) + control * (2 * t * (1 - t)) + to * (t * t);
  }
  Point2 Tangent(float t) const { return (control - from) * (1 - t) + (to - control) * t; }
  // The part between two parameters is a quadratic again (de Casteljau).
  Quadratic Part(float begin, float end) const {
    const Point2 middle = from * ((1 - begin) * (1 - end)) +
                          control * (begin + end - 2 * begin * end) + to * (begin * end);
    return {At(begin), middle, At(end)};
  }
};

void PutCurve(const Quadratic& curve, PackedColor color, float width, float dash, float gap,
              SvgText& out) {
  out.Raw("<path fill=\"none\"").Color("stroke", color).Attribute("stroke-width", width);
  if (gap > 0) {
    out.Raw(" stroke-dasharray=\"").Number(dash > 0 ? dash : 0.01f).Raw(" ").Number(gap).Raw("\"");
  }
  if (gap <= 0 || dash <= 0) out.Raw(" stroke-linecap=\"round\"");
  out.Raw(" d=\"M")
      .Point(curve.from)
      .Raw("Q")
      .Point(curve.control)
      .Raw(" ")
      .Point(curve.to)
      .Raw("\"/>\n");
}

void PutStroke(const StrokeMark& stroke, const SvgChart& chart, SvgText& out) {
  const Quadratic whole{chart.Place(stroke.from), chart.Place(stroke.control),
                        chart.Place(stroke.to)};
  if (!(stroke.drawn_to > stroke.drawn_from)) return;
  const Quadratic part =
      whole.Part(std::clamp(stroke.drawn_from, 0.f, 1.f), std::clamp(stroke.drawn_to, 0.f, 1.f));
  const float width = (stroke.width_from_px + stroke.width_to_px) / 2;
  if (stroke.casing_px > 0) {
    PutCurve(part, SvgCasing(out.theme(), std::min(1.f, stroke.paint.opacity * 1.4f)),
             width + stroke.casing_px, 0, 0, out);
  }
  PutCurve(part, ColorOf(stroke.paint, out.theme()), width, stroke.dash_px, stroke.gap_px, out);
  const Point2 tangent = whole.Tangent(kChevronAt);
  const float length = Length(tangent);
  if (!stroke.chevron || length < 40 || stroke.drawn_to <= kChevronAt ||
      stroke.drawn_from >= kChevronAt)
    return;
  const Point2 way = tangent * (1 / length), across{-way.y, way.x}, at = whole.At(kChevronAt);
  const float size = 9.f + 1.5f * width;
  const auto place = [&](float along, float aside) {
    return at + way * (along * size) + across * (aside * size);
  };
  out.Raw("<path").Color("fill", Paint{stroke.paint.token, std::max(stroke.paint.opacity, 0.9f)});
  if (stroke.casing_px > 0) {
    out.Color("stroke", SvgCasing(out.theme(), 1))
        .Raw(" stroke-width=\"3.4\" paint-order=\"stroke\"");
  }
  out.Raw(" d=\"M")
      .Point(place(0.5f, 0))
      .Raw("L")
      .Point(place(-0.5f, 0.44f))
      .Raw("L")
      .Point(place(-0.26f, 0));
  out.Raw("L").Point(place(-0.5f, -0.44f)).Raw("Z\"/>\n");
}

// A disc, or as wide as its numeral asks, a capsule.
void PutRound(Point2 at, float half_width, float radius, PackedColor fill, SvgText& out) {
  out.Raw("<rect").Attribute("x", at.x - half_width - radius).Attribute("y", at.y - radius);
  out.Attribute("width", 2 * (half_width + radius))
      .Attribute("height", 2 * radius)
      .Attribute("rx", radius);
  out.Color("fill", fill).Raw("/>\n");
}

void PutDisc(const DiscMark& disc, const SvgChart& chart, SvgText& out) {
  const ThemeKind theme = out.theme();
  const Point2 at = chart.Place(disc.at);
  const float radius = disc.radius_px;
  const bool current = disc.kind == DiscKind::kCurrent;
  const bool is_lit = disc.kind == DiscKind::kHandle && disc.paint.token == Token::kAccent;
  const float size = std::max(radius * (current ? 0.98f : 1.24f), 9.f);
  const float text_width = TextWidth(Face::kUiBold, size, disc.numeral);
  const float half = disc.numeral.empty() ? 0 : std::max(0.f, text_width / 2 - radius / 2);
  const PackedColor ink =
      disc.kind == DiscKind::kSelected ? ColorOf(Token::kInk, theme) : ColorOf(disc.paint, theme);
  const PackedColor raised = ColorOf(Token::kRaised, theme);
  if (disc.kind == DiscKind::kPulse) {
    out.Raw("<circle fill=\"none\" stroke-width=\"2.2\"")
        .Color("stroke", Faded(ink, 1 - disc.phase));
    out.Attribute("cx", at.x)
        .Attribute("cy", at.y)
        .Attribute("r", radius * (1 + 1.6f * disc.phase))
        .Raw("/>\n");
    return;
  }
  if (disc.is_dotted) {
    for (const Point2 dot : RingDots(at, radius)) PutRound(dot, 0, kRingDot_px, ink, out);
    return;
  }
  if (current) {
    PutRound(at, half, radius + 6, Faded(ink, 0.22f), out);
    PutRound(at, half, radius + 1, raised, out);
    PutRound(at, half, radius, ink, out);
  } else if (disc.kind == DiscKind::kDot) {
    PutRound(at, half, radius + 2, SvgCasing(theme, disc.paint.opacity), out);
    PutRound(at, half, radius, ink, out);
  } else {
    PutRound(at, half, radius + 2.2f, SvgCasing(theme, disc.paint.opacity), out);
    PutRound(at, half, radius + 0.9f, ink, out);
    PutRound(at, half, radius - (disc.kind == DiscKind::kHandle ? 1.9f : 0.9f),
             is_lit ? ColorOf(Token::kAccentSoft, theme) : raised, out);
  }
  if (disc.numeral.empty()) return;
  const Token token = current ? Token::kOnAccent : Token::kInk;
  WriteSvgText(Face::kUiBold, size, {at.x - text_width / 2, at.y + 0.36f * size},
               ColorOf(Paint{token, disc.paint.opacity}, theme), 0, 0, disc.numeral, out);
}

void PutEnvelopes(std::span<const EnvelopeMark> envelopes, const SvgChart& chart, SvgText& out) {
  for (const EnvelopeMark& envelope : envelopes) {
    out.Raw("<path fill=\"none\" stroke-linecap=\"round\"").Color("stroke", envelope.paint);
    out.Attribute("stroke-width", envelope.stroke_px).Raw(" d=\"");
    for (const EnvelopeStroke& stroke : StrokesOf(envelope, chart.Place(envelope.at))) {
      out.Raw("M").Point(stroke.from_px).Raw("L").Point(stroke.to_px);
    }
    out.Raw("\"/>\n");
  }
}

void PutCell(const CellMark& cell, const SvgChart& chart, SvgText& out) {
  const Point2 low = chart.Place(cell.in_world.low), high = chart.Place(cell.in_world.high);
  out.Raw("<rect").Attribute("x", low.x).Attribute("y", high.y);
  out.Attribute("width", high.x - low.x).Attribute("height", low.y - high.y);
  const PackedColor color = ColorOf(cell.paint, out.theme());
  out.Color("fill", cell.hatched ? Faded(color, 0.45f) : color).Raw("/>\n");
}

void PutRibbon(const RibbonMark& ribbon, const SvgChart& chart, SvgText& out) {
  const Point2 from = chart.Place(ribbon.from), to = chart.Place(ribbon.to);
  const float across = (from.x + to.x) / 2, down = (from.y + to.y) / 2;
  const Point2 out_by = ribbon.sideways ? Point2{across, from.y} : Point2{from.x, down};
  const Point2 in_by = ribbon.sideways ? Point2{across, to.y} : Point2{to.x, down};
  out.Raw("<path fill=\"none\"")
      .Color("stroke", ribbon.paint)
      .Attribute("stroke-width", ribbon.width_px);
  if (ribbon.hatched) out.Raw(" stroke-dasharray=\"2.4 3.6\"");
  out.Raw(" d=\"M").Point(from).Raw("C").Point(out_by).Raw(" ").Point(in_by);
  out.Raw(" ").Point(to).Raw("\"/>\n");
}

void PutVisited(const PointTable& table, const SvgChart& chart, SvgText& out) {
  for (size_t item = 0; item < std::min(table.flags.size(), table.codes.size() / 2); ++item) {
    if ((table.flags[item] & 1) == 0) continue;
    const Point2 at = chart.Place(
        {table.codes[2 * item] * (2.f / 65535) - 1, table.codes[2 * item + 1] * (2.f / 65535) - 1});
    out.Raw("<circle r=\"3.5\" fill=\"none\" stroke-width=\"1.5\"")
        .Color("stroke", Paint{Token::kAccent, 1});
    out.Attribute("cx", at.x).Attribute("cy", at.y).Raw("/>\n");
  }
}

}  // namespace

PackedColor SvgCasing(ThemeKind theme, float opacity) {
  return ColorOf(Paint{theme == ThemeKind::kDark ? Token::kWater : Token::kRaised, 0.95f * opacity},
                 theme);
}

void WriteSvgText(Face face, float size_px, Point2 baseline_px, PackedColor color, PackedColor halo,
                  float halo_px, std::string_view text, SvgText& out) {
  const bool serif = face == Face::kRegionItalic || face == Face::kWordMedium;
  // Anchored in its middle, so that a face that stands in drifts least from the planned place.
  const float middle_px = baseline_px.x + TextWidth(face, size_px, text) / 2;
  out.Raw("<text text-anchor=\"middle\"").Attribute("x", middle_px).Attribute("y", baseline_px.y);
  out.Attribute("font-size", size_px);
  out.Raw(serif ? " font-family=\"Vollkorn, Georgia, serif\""
                : " font-family=\"Lato, 'Meander Sans', sans-serif\"");
  constexpr std::string_view kWeights[] = {"400", "700", "600", "500"};
  out.Attribute("font-weight", kWeights[static_cast<int>(face)]);
  if (face == Face::kRegionItalic) out.Raw(" font-style=\"italic\"");
  out.Color("fill", color);
  if (halo_px > 0) {
    out.Color("stroke", halo).Attribute("stroke-width", 2 * halo_px);
    out.Raw(" paint-order=\"stroke\" stroke-linejoin=\"round\"");
  }
  out.Raw(">").Escaped(text).Raw("</text>\n");
}

void WriteSvgMarks(const Scene& scene, const SvgChart& chart, SvgText& out) {
  if (scene.points.table != nullptr) PutVisited(*scene.points.table, chart, out);
  WriteSvgPictures(scene.pictures, chart, out);
  WriteSvgAreas(scene.areas, chart, out);
  for (const CellMark& cell : scene.cells) PutCell(cell, chart, out);
  for (const RibbonMark& ribbon : scene.ribbons) PutRibbon(ribbon, chart, out);
  PutEnvelopes(scene.envelopes, chart, out);
  for (const StrokeMark& stroke : scene.strokes) PutStroke(stroke, chart, out);
  for (const DiscMark& disc : scene.discs) PutDisc(disc, chart, out);
  PutEnvelopes(scene.on_discs, chart, out);
  const Token ground = out.theme() == ThemeKind::kDark ? Token::kLand1 : Token::kLand5;
  for (size_t i = scene.labels.size(); i-- > 0;) {
    const LabelMark& label = scene.labels[i];
    if (label.fade <= 0.004f || label.text.empty()) continue;
    WriteSvgText(label.face, label.size_px, LabelBoxAt(label, chart.Place(label.at)).baseline_px,
                 Faded(ColorOf(label.paint, out.theme()), label.fade),
                 ColorOf(Paint{ground, 0.94f * label.fade}, out.theme()), label.halo_px, label.text,
                 out);
  }
}

}  // namespace meander
