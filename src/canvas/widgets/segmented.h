// A choice of two to four words in one pill.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "space/point.h"

namespace meander {

// The index of the part that was pressed. Parts are as wide as their words ask; inside a Card.
std::optional<int> Segmented(std::string_view id, const Rect& in_px,
                             std::span<const std::string_view> labels, int chosen);

}  // namespace meander
