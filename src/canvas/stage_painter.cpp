// See stage_painter.h.
#include "canvas/stage_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "canvas/text_metrics.h"

namespace meander {

Token GroupHue(size_t group) {
  // Violet, green, olive, ochre, blue, teal: topics' hues far from the path's.
  constexpr std::array kTopics = {8, 7, 5, 6, 9, 2};
  return TopicDot(kTopics[group % kTopics.size()]);
}

CellMark& Painter::Box(Rect in_px, Paint paint, bool hatched) {
  const Point2 top_left = frame.WorldOf(in_px.low), bottom_right = frame.WorldOf(in_px.high);
  CellMark cell;
  cell.in_world = {{top_left.x, bottom_right.y}, {bottom_right.x, top_left.y}};
  cell.paint = paint;
  cell.hatched = hatched;
  scene_.cells.push_back(cell);
  return scene_.cells.back();
}

RibbonMark& Painter::Ribbon(Point2 from_px, Point2 to_px, float width_px, Paint paint,
                            bool sideways, bool hatched) {
  RibbonMark ribbon;
  ribbon.from = frame.WorldOf(from_px);
  ribbon.to = frame.WorldOf(to_px);
  ribbon.width_px = width_px;
  ribbon.paint = paint;
  ribbon.sideways = sideways;
  ribbon.hatched = hatched;
  scene_.ribbons.push_back(ribbon);
  return scene_.ribbons.back();
}

void Painter::Outline(Rect in_px, float radius_px, float width_px, Paint paint) {
  const Point2 low = in_px.low, high = in_px.high;
  const float r = std::min({radius_px, in_px.width() / 2, in_px.height() / 2});
  Line({low.x + r, low.y}, {high.x - r, low.y}, width_px, paint);
  Line({low.x + r, high.y}, {high.x - r, high.y}, width_px, paint);
  Line({low.x, low.y + r}, {low.x, high.y - r}, width_px, paint);
  Line({high.x, low.y + r}, {high.x, high.y - r}, width_px, paint);
  Stroke({low.x, low.y + r}, low, {low.x + r, low.y}, width_px, paint);
  Stroke({high.x - r, low.y}, {high.x, low.y}, {high.x, low.y + r}, width_px, paint);
  Stroke({high.x, high.y - r}, high, {high.x - r, high.y}, width_px, paint);
  Stroke({low.x + r, high.y}, {low.x, high.y}, {low.x, high.y - r}, width_px, paint);
}

LabelMark& Painter::Label(Point2 at_px, std::string text, Face face, float size_px, Paint paint,
                          LabelPlace place) {
  LabelMark& label = PixelBrush::Label(at_px, std::move(text), face,
                                       std::max(size_px, frame.least_type_px()), paint, place);
  label.halo_px = 0;
  return label;
}

int Painter::Paragraph(Point2 at_px, std::string_view text, Face face, float size_px, float line_px,
                       float width_px, Paint paint) {
  int lines = 0;
  for (std::string& line : BrokenLines(face, size_px, text, width_px)) {
    Label({at_px.x, at_px.y + line_px * static_cast<float>(lines++)}, std::move(line), face,
          size_px, paint, LabelPlace::kRight);
  }
  return lines;
}

void Painter::Pill(Point2 at_px, const std::string& text) {
  constexpr float kHeight = 32, kText = 13.5f;
  const float half = TextWidth(Face::kUiBold, kText, text) / 2;
  const float reach = half + kHeight / 2 + 4;
  at_px.x = std::clamp(at_px.x, reach, std::max(frame.width_px - reach, reach));
  at_px.y = std::clamp(at_px.y, kHeight / 2 + 2, frame.height_px - kHeight / 2 - 2);
  Line({at_px.x - half, at_px.y}, {at_px.x + half, at_px.y}, kHeight, {Token::kInk, 1});
  Label(at_px, text, Face::kUiBold, kText, {Token::kPaper, 1});
}

void Painter::Sign(Point2 at, size_t method, float r, bool is_filled) {
  const Paint ink{Token::kInk, 1};
  if (method == 0) {
    Disc(at, is_filled ? DiscKind::kDot : DiscKind::kSelected, r, ink);
    return;
  }
  std::vector<Point2> corners;
  if (method == 1) corners = {{-r, -r}, {r, -r}, {r, r}, {-r, r}};
  if (method == 2) corners = {{0, -r * 1.15f}, {r * 1.1f, r * 0.85f}, {-r * 1.1f, r * 0.85f}};
  if (method >= 3) corners = {{0, -r * 1.3f}, {r * 1.3f, 0}, {0, r * 1.3f}, {-r * 1.3f, 0}};
  // Filled: strokes that narrow towards the middle until nothing shows through.
  for (const float shrink : {1.f, 0.6f, 0.2f}) {
    if (!is_filled && shrink < 1) break;
    for (size_t i = 0; i < corners.size(); ++i) {
      Line(at + corners[i] * shrink, at + corners[(i + 1) % corners.size()] * shrink,
           is_filled ? r * 0.7f : 1.6f, ink);
    }
  }
}

void Painter::PlaceFrame(const Rect& box) {
  const float least = 9, grow = std::max((least - box.width()) / 2, 1.f);
  const Rect around{box.low - Point2{grow, grow}, box.high + Point2{grow, grow}};
  Outline(around, 2, 4.6f, {Token::kPaper, 0.95f});
  Outline(around, 2, 2.2f, {Token::kAccent, 1});
}

void Painter::Thread(const Rect& from, const Rect& to) {
  const Point2 a = MiddleOf(from), b = MiddleOf(to);
  const bool is_beside = b.x - a.x > std::fabs(b.y - a.y) * 0.4f;
  const Point2 control =
      is_beside ? Point2{a.x + (b.x - a.x) * 0.62f, a.y} : Point2{b.x, a.y + (b.y - a.y) * 0.55f};
  StrokeMark& thread = Stroke(a, control, b, 2, {Token::kAccent, 1});
  thread.casing_px = 2.6f;
  const float length = std::max(Distance(a, b), 1.f);
  thread.drawn_from = std::min(from.width() / 2 / length, 0.4f);
  thread.drawn_to = 1 - std::min(to.width() / 2 / length, 0.4f);
}

void Painter::SeedDots(Point2 left_px, int count, Paint paint) {
  for (int i = 0; i < 10; ++i) {
    const Point2 at{left_px.x + 7 * static_cast<float>(i), left_px.y};
    // A disc of its own would bring a casing along.
    StrokeMark& dot = Line(at, {at.x + 0.01f, at.y}, i < count ? 5.2f : 2.f, paint);
    if (i >= count) dot.paint.opacity *= 0.6f;
  }
}

}  // namespace meander
