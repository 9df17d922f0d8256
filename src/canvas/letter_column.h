// What the column of every letter's picture has: the mark above, what to do below.
#pragma once

#include <string_view>

#include "canvas/figure.h"

namespace meander {

// Measures are those of the design's §15 for a picture 630 px high, times `unit`.
inline constexpr float kLetterColumn_px = 408;
// Words of a column begin there.
inline constexpr float kLetterLeft_px = 52;

// A picture that is higher than wide: its chart has the upper part to itself, and its words stand
// below, in two columns, of which the second begins there.
inline constexpr float kTallWidth_px = 1080, kTallHeight_px = 1350;
inline constexpr bool IsTall(float width_px, float height_px) { return height_px > width_px; }
inline constexpr float kLetterFoot_px = 470, kLetterSecond_px = 580;

// The paper of a tall picture's words, `kLetterFoot_px * unit` high; its upper edge.
float AddLetterFoot(Figure& figure, float unit);
// All marks and words of `part`, at another place.
void AddMoved(const Figure& part, Point2 by_px, Figure& figure);
void AddLetterMark(Figure& figure, float unit);
// A dark pill with an arrow, as wide as its words; its right edge.
float AddLetterButton(Figure& figure, float unit, std::string_view words);

}  // namespace meander
