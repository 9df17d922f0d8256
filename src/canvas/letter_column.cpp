// See letter_column.h.
#include "canvas/letter_column.h"

#include <utility>

#include "canvas/text_metrics.h"
#include "canvas/words.h"

namespace meander {

float AddLetterFoot(Figure& figure, float unit) {
  const float top = figure.height_px - kLetterFoot_px * unit;
  figure.rects.push_back({{{0, top}, {figure.width_px, figure.height_px}}, 0, {Token::kPaper, 1}});
  figure.rects.push_back({{{0, top}, {figure.width_px, top + unit}}, 0, {Token::kRule, 1}});
  return top;
}

void AddMoved(const Figure& part, Point2 by_px, Figure& figure) {
  for (RectMark rect : part.rects) {
    rect.in_px = {rect.in_px.low + by_px, rect.in_px.high + by_px};
    figure.rects.push_back(rect);
  }
  for (LineMark line : part.lines) {
    for (Point2* end : {&line.from_px, &line.control_px, &line.to_px}) *end = *end + by_px;
    figure.lines.push_back(line);
  }
  for (DotMark dot : part.dots) {
    dot.at_px = dot.at_px + by_px;
    figure.dots.push_back(dot);
  }
  for (TextMark text : part.texts) {
    text.at_px = text.at_px + by_px;
    figure.texts.push_back(std::move(text));
  }
}

void AddLetterMark(Figure& figure, float unit) {
  const auto at = [&](float x, float y) { return Point2{x * unit, y * unit}; };
  const auto curve = [&](Point2 from, Point2 control, Point2 to) {
    figure.lines.push_back({from, control, to, 3 * unit, {Token::kAccent, 1}});
  };
  curve(at(56, 68), at(58, 44), at(65, 49));
  curve(at(65, 49), at(72, 54), at(70, 62));
  curve(at(70, 62), at(70, 72), at(77, 66));
  curve(at(77, 66), at(80, 60), at(81, 53));
  figure.dots.push_back({at(56, 68), 3.4f * unit, {Token::kInk, 1}, {Token::kInk, 0}, 0});
  figure.dots.push_back({at(82, 51), 3.4f * unit, {Token::kPaper, 1}, {Token::kInk, 1}, 2 * unit});
  figure.texts.push_back(
      {at(96, 66), std::string(words::kAppName), Face::kRegionItalic, 28 * unit, {Token::kInk, 1}});
}

float AddLetterButton(Figure& figure, float unit, std::string_view words) {
  constexpr float kSize_px = 17, kLeft_px = kLetterLeft_px, kInset_px = 24, kArrow_px = 18;
  const float text = TextWidth(Face::kUiBold, kSize_px, words);
  const float x = kLeft_px + kInset_px + text + 12;
  const Rect box{{kLeft_px, 532}, {x + kArrow_px + kInset_px, 584}};
  figure.rects.push_back({{box.low * unit, box.high * unit}, 26 * unit, {Token::kInk, 1}});
  figure.texts.push_back({Point2{kLeft_px + kInset_px, 564} * unit,
                          std::string(words),
                          Face::kUiBold,
                          kSize_px * unit,
                          {Token::kPaper, 1}});
  const auto stroke = [&](Point2 from, Point2 to) {
    figure.lines.push_back(
        {from * unit, (from + to) * (unit / 2), to * unit, 2 * unit, {Token::kPaper, 1}});
  };
  const Point2 tip{x + kArrow_px, 558};
  stroke(tip - Point2{kArrow_px, 0}, tip);
  stroke(tip - Point2{7, 7}, tip);
  stroke(tip - Point2{7, -7}, tip);
  return box.high.x * unit;
}

}  // namespace meander
