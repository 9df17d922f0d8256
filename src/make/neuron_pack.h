// Makes the pack of neurons from its recipe: read the texts of finished packs, let the encoder read
// each and note what fires, choose contexts, write.
#pragma once

#include "make/idea_map.h"

namespace meander {

Result<void> MakeNeurons(const MakeOptions& options);

}  // namespace meander
