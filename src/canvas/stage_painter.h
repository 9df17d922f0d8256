// Marks put on a stage in pixels, y down: the common brush of the rooms that look into a network,
// and the hues and signs of their numbers.
#pragma once

#include <string>
#include <string_view>

#include "canvas/pixel_brush.h"
#include "canvas/scene.h"
#include "canvas/stage_grid.h"
#include "canvas/tokens.h"

namespace meander {

// The stage's canvas.
struct StageFrame : PixelFrame {
  bool is_letter = false;  // a letter's, which is shown larger (stage_letter.h)

  bool is_narrow() const { return width_px < 560; }
  float gutter_px() const { return is_narrow() ? 16.f : 28.f; }
  // Of words: mail shows a letter at half its size.
  float least_type_px() const { return is_letter ? 11.9f : 0; }
};

class Painter : public PixelBrush {
 public:
  Painter(const StageFrame& frame, Scene& scene) : PixelBrush(frame, scene), frame(frame) {}

  CellMark& Box(Rect in_px, Paint paint, bool hatched = false);
  RibbonMark& Ribbon(Point2 from_px, Point2 to_px, float width_px, Paint paint, bool sideways,
                     bool hatched);
  // A corner-rounded outline.
  void Outline(Rect in_px, float radius_px, float width_px, Paint paint);
  // Its middle (or side) at `at_px`, without a halo.
  LabelMark& Label(Point2 at_px, std::string text, Face face, float size_px, Paint paint,
                   LabelPlace place = LabelPlace::kCentered);
  // Words broken at spaces, line by line from a first baseline's middle; how many lines.
  int Paragraph(Point2 at_px, std::string_view text, Face face, float size_px, float line_px,
                float width_px, Paint paint);
  // White words on a dark capsule, over everything, kept on the stage.
  void Pill(Point2 at_px, const std::string& text);
  // The sign of a method: disc, square, triangle, diamond.
  void Sign(Point2 at_px, size_t method, float radius_px, bool is_filled);
  // Around the place that is spoken of; a small one is framed from outside, so that it can still be
  // seen.
  void PlaceFrame(const Rect& box);
  // From that frame to the one around the same place elsewhere.
  void Thread(const Rect& from, const Rect& to);
  // An arc of stability: ten dots, `count` of them filled.
  void SeedDots(Point2 left_px, int count, Paint paint);

  const StageFrame& frame;
};

// The hue of a group, in the design's order.
Token GroupHue(size_t group);
inline Paint PaintOf(float value, float opacity) {
  return {value < 0 ? Token::kMinus : Token::kPlus, opacity};
}

}  // namespace meander
