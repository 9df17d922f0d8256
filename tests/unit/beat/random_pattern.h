// Any beat that there can be, for tests that hold for all of them.
#pragma once

#include "audio/pattern.h"
#include "base/rng.h"

namespace meander {

Pattern RandomPattern(Rng& rng);

}  // namespace meander
