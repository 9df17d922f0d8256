// Where the strokes of an envelope stand on the screen: one place for the live chart and for SVG.
#pragma once

#include <algorithm>
#include <array>

#include "canvas/scene.h"

namespace meander {

struct EnvelopeStroke {
  Point2 from_px, to_px;  // upright, round ends not counted
};

// The quietest fifth is still seen: a point.
inline std::array<EnvelopeStroke, 5> StrokesOf(const EnvelopeMark& mark, Point2 at_px) {
  std::array<EnvelopeStroke, 5> strokes{};
  const float step = (mark.width_px - mark.stroke_px) / 4;
  for (size_t i = 0; i < strokes.size(); ++i) {
    const float share = static_cast<float>(mark.loudness[i]) / 255;
    const float half = std::max((mark.height_px * share - mark.stroke_px) / 2, 0.3f);
    const float x = at_px.x + step * (static_cast<float>(i) - 2);
    strokes[i] = {{x, at_px.y - half}, {x, at_px.y + half}};
  }
  return strokes;
}

}  // namespace meander
