// Marks put on a picture that is as it stands (Room::HasFixedCamera), in pixels, y down: what the
// rooms that draw such pictures have in common.
#pragma once

#include <string>

#include "canvas/scene.h"

namespace meander {

// The size of such a picture; its camera shows world -1 … 1 from top to bottom.
struct PixelFrame {
  float width_px = 0, height_px = 0;

  Point2 WorldOf(Point2 at_px) const {
    const float pixels_per_world = height_px / 2;
    return {(at_px.x - width_px / 2) / pixels_per_world,
            (height_px / 2 - at_px.y) / pixels_per_world};
  }
};

class PixelBrush {
 public:
  // The scene must outlive it.
  PixelBrush(const PixelFrame& frame, Scene& scene) : pixels_(frame), scene_(scene) {}

  StrokeMark& Stroke(Point2 from_px, Point2 control_px, Point2 to_px, float width_px, Paint paint);
  StrokeMark& Line(Point2 from_px, Point2 to_px, float width_px, Paint paint);
  DiscMark& Disc(Point2 at_px, DiscKind kind, float radius_px, Paint paint);
  LabelMark& Label(Point2 at_px, std::string text, Face face, float size_px, Paint paint,
                   LabelPlace place);

 protected:
  const PixelFrame pixels_;
  Scene& scene_;
};

}  // namespace meander
