// The engine of the room that looks into drawings.
#include "engine/drawings_wing.h"

namespace meander {

std::unique_ptr<Wing> MakeWing() { return MakeDrawingsWing(); }

}  // namespace meander
