// The engine of every room that has none of its own, and natively of a program without such rooms.
#include "engine/answers.h"

namespace meander {

std::unique_ptr<Wing> MakeWing() { return nullptr; }

}  // namespace meander
