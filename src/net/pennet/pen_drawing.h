// A drawing as the pen net is shown it: white strokes 8 pixels wide on black, the drawing made 204
// pixels large along its longer side and put into the middle of 224, every point on a whole pixel,
// as detypify-service 0.3.0 draws it on a canvas (flat ends, mitred corners). How much of each
// pixel a stroke covers is worked out in numbers of our own, so that a drawing is the same picture
// in every browser and in the tool: eight lines a pixel, each line's ends exactly, in 255 shades.
//
// One thing is otherwise: a canvas leaves a stroke that never leaves its pixel out, and the dots of
// ÷ with it; it is a round dot here, as in the pictures that the network learned from.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "net/pennet/pen_layout.h"

namespace meander {

struct PenPoint {
  double x = 0, y = 0;  // y down; any unit
};
using PenStroke = std::vector<PenPoint>;

inline constexpr size_t kMostStrokes = 64, kMostPenPoints = 20000;
inline constexpr double kFarthestPenPoint = 1e6;

// kInvalidInput, with a sentence, unless there is at least one point, not too many, and every one a
// number within kFarthestPenPoint.
Result<void> CheckStrokes(std::span<const PenStroke> strokes);

// Where a drawing comes to lie: pixel = (point - centre) · scale + 112, rounded.
struct PenFrame {
  double centre_x = 0, centre_y = 0, scale = 1;
};
PenFrame FrameOfStrokes(std::span<const PenStroke> strokes);

// kPenPictureSize numbers of 0 … 1, rows from the top; strokes whose number in `left_out` is true
// are not drawn. `left_out` is empty or as long as `strokes`.
std::vector<float> DrawStrokes(std::span<const PenStroke> strokes, const PenFrame& frame,
                               const std::vector<bool>& left_out = {});

}  // namespace meander
