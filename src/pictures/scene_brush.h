// What every view of the room of pictures is drawn with: the photo, icons, grids of places, and the
// frame around the place that is spoken of. All in the stage's pixels, y down.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "canvas/stage_painter.h"
#include "pictures/look.h"
#include "pictures/sentences.h"
#include "pictures/state.h"

namespace meander {

// The part of a layer's grid that is shown: all of it, or what one looks at more closely.
struct GridWindow {
  int side = 1, row = 0, column = 0, count = 1;
  // The box of the whole grid, so that the window fills `box`.
  Rect WholeBox(const Rect& box) const;
};
// About the place that is pinned, or the strongest: what is pointed at does not move it.
GridWindow WindowOn(const PicturesState& state, int layer);

class PictureBrush : public Painter {
 public:
  PictureBrush(const PicturesState& state, const StageFrame& frame, Scene& scene)
      : Painter(frame, scene), state(state) {}

  Rect InWorld(const Rect& box) const;
  PictureMark& Picture(std::shared_ptr<const PictureTable> table, const Rect& box);
  AreaMark& Area(std::vector<Point2> world, std::vector<std::vector<Point2>> holes, Paint fill);
  // What a picture will fill, or a grid lies on: a quiet tint under everything, in either theme.
  void Ground(const Rect& box, float radius_px = 8);
  // The photo that is looked at, or quiet ground until it has come.
  void Photo(const Rect& box, float saturation = 1, float opacity = 1);
  // Its parts alone, each place as clearly as `opacity` says, 0 … 1.
  void PhotoPlaces(const Rect& box, int side, const std::function<float(int)>& opacity);
  // A channel's icon; false where none is here, and nothing is drawn.
  bool Icon(const Rect& box, int layer, uint16_t unit, float opacity = 1, float radius_px = 0);
  // The same, with the channel's number on quiet ground where it has none; can be pointed at.
  void Unit(const Rect& box, int layer, uint16_t unit);
  // Bold words at the left over `box`, quieter ones at the right where they have room. `up_px`:
  // from the box's top to their middle.
  void Heading(const Rect& box, std::string_view name, std::string_view note, float up_px = 14);
  // Of its corners.
  static float PhotoCorner_px(const Rect& box) { return std::min(14.f, box.width() / 12); }
  // The photo's part that a window of a layer's places shows.
  void PhotoWindow(const Rect& box, const GridWindow& window, float saturation = 1,
                   float opacity = 1);
  // Squares whose areas are the values' parts of the greatest: teal for, hatched ochre against.
  void SignedSquares(const Rect& box, int side, std::span<const float> values);
  // The same as a tint over the whole of every place: on a photo.
  void SignedTint(const Rect& box, int side, std::span<const float> values);
  // A bar from a zero in the middle of `box`.
  void SignedBar(const Rect& box, float share, bool is_outline = false);
  // Nothing to see: what a pointer finds there. One mark a place.
  void PlaceItems(const Rect& box, uint8_t layer);

  // The hue of a sign, or of a group; grey of what a ghost says, who has nothing to say.
  Paint SignPaint(float value, float opacity) const {
    return state.look.ghost ? Paint{Token::kInk3, opacity} : PaintOf(value, opacity);
  }
  Paint GroupPaint(size_t group, float opacity) const {
    return {state.look.ghost ? Token::kInk3 : GroupHue(group), opacity};
  }

  const PicturesState& state;
  // Where one looks closer: places outside are not drawn and cannot be pointed at.
  std::optional<Rect> within;
  // Its part within; nothing: there is none. And whether all of it is.
  std::optional<Rect> CutToWindow(const Rect& place) const;
  bool IsInWindow(const Rect& place) const;
};

// The greatest |value|, never 0.
float GreatestOf(std::span<const float> values);
// What is spoken of at `layer`: the place of the look's layer, taken over to it. −1: none.
int PlaceShown(const PicturesState& state, int layer);

}  // namespace meander
