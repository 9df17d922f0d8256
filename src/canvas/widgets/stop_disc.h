// A stop of the journey as a control: the numbered disc of the chart, to be pressed in a card or
// under a player.
#pragma once

#include <string_view>

#include "space/point.h"

namespace meander {

enum class StopLook { kPassed, kCurrent, kAhead };

// True when pressed. `numeral` may be empty; inside a Card.
bool StopDisc(std::string_view id, Point2 center_px, std::string_view numeral, StopLook look);

}  // namespace meander
