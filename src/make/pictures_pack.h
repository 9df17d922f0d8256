// Makes a pack of photos from its recipe: the photos that set-up brought, as the page shows them
// and as the network is given them, whose they are, and the network itself.
#pragma once

#include "base/error.h"
#include "make/idea_map.h"

namespace meander {

Result<void> MakePictures(const MakeOptions& options);

}  // namespace meander
