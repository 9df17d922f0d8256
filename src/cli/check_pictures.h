// What ./meander check says of a pack of photos.
#pragma once

#include <filesystem>

#include "base/error.h"
#include "base/json_reader.h"
#include "pack/format.h"

namespace meander {

// Reads and verifies every file of the pack in `folder`, decodes the photos, opens the network and
// holds the sections against one another.
Result<Json> CheckPictures(const std::filesystem::path& folder, const PackHead& head);

}  // namespace meander
