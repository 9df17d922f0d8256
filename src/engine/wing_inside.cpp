// The engine of the room that looks into the encoder.
#include "engine/inside_wing.h"

namespace meander {

std::unique_ptr<Wing> MakeWing() { return MakeInsideWing(); }

}  // namespace meander
