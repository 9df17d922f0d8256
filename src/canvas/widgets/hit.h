// The part of a control that is touched: an invisible area in the current window, grown to a
// finger's size where a finger is used.
#pragma once

#include <string_view>

#include "space/point.h"

namespace meander {

struct Hit {
  bool hovered = false;
  bool held = false;
  bool pressed = false;  // released inside: the click
};

// `id` is unique in its window. The area is at least 44 px each way on touch, 24 with a mouse,
// growing around `in_px`; `limit_px` (when not empty) keeps it off its neighbours.
Hit HitArea(std::string_view id, const Rect& in_px, const Rect& limit_px = {});

}  // namespace meander
