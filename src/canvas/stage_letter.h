// The letter's picture of a room with a stage: its words in a column left of the chart, or below it
// where the picture is higher than wide. Words and chart share no ground.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "canvas/figure.h"

namespace meander {

// Where its words stand.
struct StageLetter {
  bool is_tall = false;
  float unit = 1;  // measures are those of a picture 630 px high (1,080 wide if tall), times this
  float left_px = 0, top_px = 0, width_px = 0;
};

// Gives the chart its place in a figure that knows its size, `above_px` units below the upper edge.
StageLetter BeginStageLetter(Figure& figure, float above_px);
// With plain spaces where the faces have no other: before a percent sign stand narrow or kept ones.
std::string WithPlainSpaces(std::string_view text);
// Words broken at spaces into at most `most_lines`, the last cut with an ellipsis; the y after it.
float AddLetterLines(Figure& figure, Point2 at_px, std::string_view text, Face face, float size_px,
                     float line_px, float width_px, size_t most_lines, Paint paint);
// What the chart's subject is taken for, the likeliest first and in bold: name, bar and share
// (0 … 1). The y after the last.
struct LetterShare {
  std::string name;
  float share = 0;
};
float AddLetterShares(Figure& figure, std::span<const LetterShare> shares, Point2 at_px,
                      float width_px, float unit);
// The line between words and chart, and at the foot our name with a note behind it.
void EndStageLetter(Figure& figure, const StageLetter& letter, std::string_view note);

// Still pictures of a figure in somebody's page: the stage alone, clear of the figure's bar.
void BeginStagePoster(Figure& figure);

}  // namespace meander
