// The river strip: where each stop of the way lies in it. Down is the order of the lines, aligned
// with the rows of the page; across is how far a line is from the straight way.
#pragma once

#include <memory>
#include <vector>

#include "canvas/pixel_brush.h"
#include "sentences/state.h"

namespace meander {

// A strip in pixels, y down, and the height of every stop in it, both ends included.
struct StripFrame : PixelFrame {
  std::vector<float> y_px;

  // A figure's. Its discs are as large as others', and whole on either side.
  bool is_slim() const { return width_px < 60; }
  float middle_px() const { return width_px * (is_slim() ? 0.5f : 0.47f); }
  using PixelFrame::WorldOf;
  // Pixels as a world distance.
  float WorldOf(float px) const { return px / (height_px / 2); }
};

// The live strip: heights as the page measured them, estimated where it has not (yet).
StripFrame StripOf(const SentencesState& state, const View& view);

// Where rows will stand, from the measures in web/pages/sentences.css and the widths of words: what
// still pictures are drawn by, within a few pixels of the page.
std::vector<float> EstimatedHeights(const SentencesState& state, const View& view);

// How many rows of those between the ends are shown; the others are small stops. In a figure as
// many as its frame is high for, since nothing scrolls in it, at least one; on a small page three
// or five, on any other all of them.
int RowsShown(const SentencesState& state, const View& view);
// Whether the row of `stop` is one of those.
bool IsRowShown(const SentencesState& state, int stop, int rows);

// Pixels in the strip, ends included.
std::vector<Point2> StopPlaces(const SentencesState& state, const StripFrame& strip);
// The land's dots: the lines nearest to the way.
std::shared_ptr<const PointTable> ShoreDots(const SentencesState& state, const StripFrame& strip,
                                            uint64_t version);

}  // namespace meander
