// All rooms' wings in one engine, for programs that are every room's: the command line and the
// window. A page's engine has its own room's wing alone.
#pragma once

#include "engine/answers.h"

namespace meander {

std::unique_ptr<Wing> MakeEveryWing();

}  // namespace meander
