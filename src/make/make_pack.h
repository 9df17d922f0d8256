// Makes whatever kind of pack a recipe asks for.
#pragma once

#include "base/error.h"
#include "make/idea_map.h"

namespace meander {

// By the recipe's "kind": "idea-map", "lines", "neurons", "sounds", "photos" or "drawings".
// kInvalidInput for another one.
Result<void> MakePack(const MakeOptions& options);

}  // namespace meander
