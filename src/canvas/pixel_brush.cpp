// See pixel_brush.h.
#include "canvas/pixel_brush.h"

#include <utility>

namespace meander {

StrokeMark& PixelBrush::Stroke(Point2 from_px, Point2 control_px, Point2 to_px, float width_px,
                               Paint paint) {
  StrokeMark mark;
  mark.from = pixels_.WorldOf(from_px);
  mark.control = pixels_.WorldOf(control_px);
  mark.to = pixels_.WorldOf(to_px);
  mark.width_from_px = mark.width_to_px = width_px;
  mark.paint = paint;
  return scene_.strokes.emplace_back(mark);
}

StrokeMark& PixelBrush::Line(Point2 from_px, Point2 to_px, float width_px, Paint paint) {
  return Stroke(from_px, (from_px + to_px) * 0.5f, to_px, width_px, paint);
}

DiscMark& PixelBrush::Disc(Point2 at_px, DiscKind kind, float radius_px, Paint paint) {
  DiscMark disc;
  disc.at = pixels_.WorldOf(at_px);
  disc.kind = kind;
  disc.radius_px = radius_px;
  disc.paint = paint;
  return scene_.discs.emplace_back(std::move(disc));
}

LabelMark& PixelBrush::Label(Point2 at_px, std::string text, Face face, float size_px, Paint paint,
                             LabelPlace place) {
  LabelMark label;
  label.at = pixels_.WorldOf(at_px);
  label.text = std::move(text);
  label.face = face;
  label.size_px = size_px;
  label.paint = paint;
  label.place = place;
  return scene_.labels.emplace_back(std::move(label));
}

}  // namespace meander
