// Where things are in the grid of steps: for drawing and for fingers alike.
#pragma once

#include <optional>
#include <utility>

#include "audio/pattern.h"
#include "sounds/layout.h"

namespace meander {

inline constexpr float kLowLane_px = 36;  // lower ones have their two names on one line

struct LanePlaces {
  float top_px = 0, middle_px = 0;  // of the steps
  Rect label_px, lock_px, volume_px;
};
LanePlaces PlacesOfLane(const SoundsLayout& layout, int track);
// What the names take of a lane where they stand above its steps.
float NamesAbove_px(const SoundsLayout& layout);
float StepX(const SoundsLayout& layout, const Pattern& pattern, int step);
float StepRadius_px(const SoundsLayout& layout, int loudness);
// The track and step under a place; nullopt beside them.
std::optional<std::pair<int, int>> StepUnder(const SoundsLayout& layout, Point2 at_px);
// The dot that stands for a page of steps, and what of the grid turns to it.
Point2 PageDot(const SoundsLayout& layout, int page);
Rect PageDotArea(const SoundsLayout& layout, int page);

}  // namespace meander
