// What every room's picture for letters is held to: our mark, a title to be read at half its size
// and what to do; no small type; nothing of the chart at the picture's edge.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "canvas/figure.h"
#include "canvas/letter_column.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"

namespace meander {

// Mail shows it at half this size.
inline constexpr float kLeastLetterType_px = 16, kLeastEdge_px = 24;

inline std::vector<std::string> LetterFaults(const Figure& figure) {
  std::vector<std::string> faults;
  const auto says = [&](std::string_view text) {
    return std::ranges::any_of(figure.texts,
                               [&](const TextMark& mark) { return mark.text == text; });
  };
  const float unit = IsTall(figure.width_px, figure.height_px) ? figure.width_px / kTallWidth_px
                                                               : figure.height_px / 630;
  if (!says(words::kAppName)) faults.emplace_back("no mark");
  if (figure.action.empty() || !says(figure.action)) faults.emplace_back("nothing to do");
  float largest = 0;
  for (const TextMark& text : figure.texts) {
    const float end = text.at_px.x + TextWidth(text.face, text.size_px, text.text);
    if (text.text != words::kAppName) largest = std::max(largest, text.size_px);
    if (text.size_px < kLeastLetterType_px * unit - .01f) faults.push_back("small: " + text.text);
    const bool is_inside = text.at_px.x >= kLeastEdge_px * unit &&
                           end <= figure.width_px - kLeastEdge_px * unit &&
                           text.at_px.y <= figure.height_px - kLeastEdge_px * unit;
    if (!is_inside) faults.push_back("at the edge: " + text.text);
  }
  if (largest < 26 * unit) faults.emplace_back("no title");
  const Viewport viewport{figure.chart_px.width(), figure.chart_px.height()};
  for (const LabelMark& label : figure.scene.labels) {
    if (label.size_px < kLeastLetterType_px * unit) faults.push_back("small: " + label.text);
    const Point2 at = ScreenFromWorld(figure.camera, viewport, label.at) + figure.chart_px.low;
    const float width = TextWidth(label.face, label.size_px, label.text);
    const float left = label.place == LabelPlace::kRight  ? at.x + label.distance_px
                       : label.place == LabelPlace::kLeft ? at.x - label.distance_px - width
                                                          : at.x - width / 2;
    const float half = label.size_px / 2, edge = kLeastEdge_px * unit;
    const bool is_inside = left >= std::max(figure.chart_px.low.x, edge) &&
                           left + width <= figure.width_px - edge && at.y - half >= edge &&
                           at.y + half <= figure.chart_px.high.y;
    if (!is_inside) faults.push_back("at the edge: " + label.text);
  }
  return faults;
}

}  // namespace meander
