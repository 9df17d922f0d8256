// A figure as one SVG document that needs nothing from outside.
#include "canvas/figure.h"
#include "canvas/svg_parts.h"

namespace meander {
namespace {

void PutRect(const RectMark& rect, SvgText& out) {
  out.Raw("<rect").Attribute("x", rect.in_px.low.x).Attribute("y", rect.in_px.low.y);
  out.Attribute("width", rect.in_px.width()).Attribute("height", rect.in_px.height());
  if (rect.radius_px > 0) out.Attribute("rx", rect.radius_px);
  out.Color("fill", rect.paint).Raw("/>\n");
}

void PutLine(const LineMark& line, SvgText& out) {
  out.Raw("<path fill=\"none\" stroke-linecap=\"round\"").Color("stroke", line.paint);
  out.Attribute("stroke-width", line.width_px).Raw(" d=\"M").Point(line.from_px).Raw("Q");
  out.Point(line.control_px).Raw(" ").Point(line.to_px).Raw("\"/>\n");
}

void PutDot(const DotMark& dot, SvgText& out) {
  out.Raw("<circle").Attribute("cx", dot.at_px.x).Attribute("cy", dot.at_px.y);
  out.Attribute("r", dot.radius_px - dot.ring_px / 2).Color("fill", dot.fill);
  if (dot.ring_px > 0) out.Color("stroke", dot.ring).Attribute("stroke-width", dot.ring_px);
  out.Raw("/>\n");
}

void PutChart(const Figure& figure, SvgText& out) {
  const Rect& box = figure.chart_px;
  if (!(box.width() > 0) || !(box.height() > 0)) return;
  const SvgChart chart{
      figure.camera, {.width_px = box.width(), .height_px = box.height()}, box.low};
  out.Raw("<clipPath id=\"meander-chart\"><rect")
      .Attribute("x", box.low.x)
      .Attribute("y", box.low.y);
  out.Attribute("width", box.width()).Attribute("height", box.height()).Raw("/></clipPath>\n");
  out.Raw("<g clip-path=\"url(#meander-chart)\">\n");
  const PointLayer& points = figure.scene.points;
  PutRect({box, 0, Paint{points.table != nullptr ? Token::kWater : Token::kPaper, 1}}, out);
  if (points.table != nullptr) {
    if (points.draw_land) WriteSvgLand(*points.table, chart, out);
    if (points.draw_dots) WriteSvgDots(points, chart, out);
  }
  WriteSvgMarks(figure.scene, chart, out);
  out.Raw("</g>\n");
}

}  // namespace

std::string WriteSvg(const Figure& figure, ThemeKind theme) {
  SvgText out(theme);
  out.Raw(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"meander-title "
      "meander-desc\"");
  out.Attribute("width", figure.width_px).Attribute("height", figure.height_px);
  out.Raw(" viewBox=\"0 0 ").Number(figure.width_px).Raw(" ").Number(figure.height_px).Raw("\">\n");
  out.Raw("<title id=\"meander-title\">").Escaped(figure.title).Raw("</title>\n");
  out.Raw("<desc id=\"meander-desc\">").Escaped(figure.alt_text).Raw("</desc>\n");
  PutRect({{{0, 0}, {figure.width_px, figure.height_px}}, 0, Paint{Token::kPaper, 1}}, out);
  PutChart(figure, out);
  for (const RectMark& rect : figure.rects) PutRect(rect, out);
  for (const LineMark& line : figure.lines) PutLine(line, out);
  for (const DotMark& dot : figure.dots) PutDot(dot, out);
  for (const TextMark& text : figure.texts) {
    const bool is_link = text.href.starts_with("https://") || text.href.starts_with("http://");
    if (is_link) out.Raw("<a").Attribute("href", text.href).Raw(">");
    WriteSvgText(text.face, text.size_px, text.at_px, ColorOf(text.paint, theme), 0, 0, text.text,
                 out);
    if (is_link) out.Raw("</a>\n");
  }
  out.Raw("</svg>\n");
  return out.Take();
}

}  // namespace meander
