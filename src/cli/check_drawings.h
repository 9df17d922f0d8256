// What ./meander check says of a pack of drawings.
#pragma once

#include <filesystem>

#include "base/error.h"
#include "base/json_reader.h"
#include "pack/format.h"

namespace meander {

// Reads and verifies every file of the pack in `folder` and opens the network.
Result<Json> CheckDrawings(const std::filesystem::path& folder, const PackHead& head);

}  // namespace meander
