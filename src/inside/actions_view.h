// The actions that change only what is pointed at, said or taken along, and what actions carry as
// text, read without trust.
#pragma once

#include <string_view>

#include "canvas/whole_number.h"
#include "inside/state.h"

namespace meander {

// A share 0 to 1 from a slider; 0 for anything that is none.
float SliderIn(std::string_view text);
// After another look at the same texts: what is asked for now, and the link.
Effects Looked(InsideState& state, bool new_entry = false);

Effects ApplyToView(InsideState& state, std::string_view action, std::string_view argument);

}  // namespace meander
