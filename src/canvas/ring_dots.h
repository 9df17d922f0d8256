// A ring made of dots, the same in the live chart and in SVG. Pure.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "space/point.h"

namespace meander {

inline constexpr float kRingDot_px = 0.95f;

// Dots 4.4 px apart or a little more, so that they close the ring evenly.
inline std::vector<Point2> RingDots(Point2 middle, float radius_px) {
  constexpr float kTurn = 6.2831853f, kApart_px = 4.4f;
  const int count = std::max(static_cast<int>(kTurn * radius_px / kApart_px), 6);
  std::vector<Point2> dots;
  for (int i = 0; i < count; ++i) {
    const float angle = kTurn * static_cast<float>(i) / static_cast<float>(count);
    dots.push_back(middle + Point2{std::cos(angle), std::sin(angle)} * radius_px);
  }
  return dots;
}

}  // namespace meander
