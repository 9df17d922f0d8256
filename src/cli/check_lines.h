// What `check` says of a pack of lines.
#pragma once

#include <filesystem>

#include "base/error.h"
#include "base/json_reader.h"
#include "pack/format.h"

namespace meander {

// Verifies and reads every section; counts by shelf, bytes by section, and from the manifest how
// many sentences of each source the rules left out and how well codes keep neighbours.
Result<Json> CheckLines(const std::filesystem::path& folder, const PackHead& head);

}  // namespace meander
