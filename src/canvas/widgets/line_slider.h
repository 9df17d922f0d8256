// A slider that is a line with a round thumb: the part before the thumb is ink, no number inside.
#pragma once

#include <string_view>

#include "space/point.h"

namespace meander {

// Moves `value` (0..1) and returns true when the reader did. The thumb's middle runs along the
// middle of `in_px`; inside a Card.
bool LineSlider(std::string_view id, const Rect& in_px, float& value, bool focused = false);

}  // namespace meander
