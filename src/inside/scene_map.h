// The map of ideas as an inset on the stage.
#pragma once

#include <span>

#include "canvas/stage_painter.h"
#include "inside/state.h"

namespace meander {

// A part of the map in a box of the stage.
struct MapInset {
  Rect box_px;
  Point2 center;   // world
  float half = 1;  // world units from the middle to the box's upper edge

  // So much of it that all of these are well inside. `places` is not empty.
  static MapInset Around(std::span<const Point2> places, Rect box_px);
  Point2 At(Point2 world) const;  // pixels
  void DrawDots(const IdeaPlaces& places, Painter& paint) const;
};

// What if: from where the sentence lay to where it lies, with A and B.
void DrawEditMap(const InsideState& state, Painter& paint, Rect box_px);
// Grid: the way of the word that is pointed at through the layers.
void DrawWordWay(const InsideState& state, Painter& paint, Rect area_px);

}  // namespace meander
