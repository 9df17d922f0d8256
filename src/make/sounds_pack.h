// Makes a pack of sounds from its recipe: read, decode, describe, learn the space, lay out, name,
// encode, write.
#pragma once

#include "base/error.h"
#include "make/idea_map.h"

namespace meander {

Result<void> MakeSounds(const MakeOptions& options);

}  // namespace meander
