// The letter's picture of a room with a stage: its words in a column left of the chart, or below it
// where the picture is higher than wide. Words and chart share no ground.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "canvas/figure.h"
#include "canvas/stage_painter.h"

namespace meander {

// Where its words stand.
struct StageLetter {
  bool is_tall = false;
  float unit = 1;    // measures are those of a picture 630 px high (1,080 wide if tall), times this
  float top_px = 0;  // of the column
  // The next words' baseline, how wide they may be, and the lowest baseline they may have.
  Point2 at_px;
  float width_px = 0, end_px = 0;
};

// Gives the chart its place in a figure that knows its size.
StageLetter BeginStageLetter(Figure& figure);
// The stage in that place: smaller, so that what a page sets in 12 px a letter sets in 16.
StageFrame FrameOfLetter(const Figure& figure, const StageLetter& letter);
// What was drawn on it, as large as its place.
void SetLetterScene(Figure& figure, const StageLetter& letter, Scene scene);

// With plain spaces where the faces have no other: before a percent sign stand narrow or kept ones.
std::string WithPlainSpaces(std::string_view text);
// Words broken at spaces into at most `most_lines`, the last cut with an ellipsis; the y after it.
float AddLetterLines(Figure& figure, Point2 at_px, std::string_view text, Face face, float size_px,
                     float line_px, float width_px, size_t most_lines, Paint paint);
// The title, of one part or of several below each other, as large as it has room for. What says
// more stands after it: below, or beside where the picture is tall.
void AddLetterTitle(Figure& figure, StageLetter& letter, std::span<const std::string> parts);
// The sentence under it, as far down as to `last_px`.
void AddLetterSentence(Figure& figure, StageLetter& letter, std::string_view text, float last_px);
// What the chart's subject is taken for, the likeliest first and in bold: name, bar and share
// (0 … 1). They end where words may; the sentence's last line may stand at what is returned.
struct LetterShare {
  std::string name;
  float share = 0;
};
float AddLetterShares(Figure& figure, const StageLetter& letter,
                      std::span<const LetterShare> shares);
// The line between words and chart, our mark, what to do about it, and a small note.
void EndStageLetter(Figure& figure, const StageLetter& letter, std::string_view note);

// Still pictures of a figure in somebody's page: the stage alone, clear of the figure's bar.
void BeginStagePoster(Figure& figure);

}  // namespace meander
