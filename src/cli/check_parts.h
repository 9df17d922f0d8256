// What `check` says of packs without a map of their own: lines, neurons.
#pragma once

#include <filesystem>

#include "base/error.h"
#include "base/json_reader.h"
#include "pack/format.h"

namespace meander {

// Verifies and reads every section; counts by shelf, bytes by section, and from the manifest how
// many sentences of each source the rules left out and how well codes keep neighbours.
Result<Json> CheckLines(const std::filesystem::path& folder, const PackHead& head);

// The same of a pack of neurons: how many there are, how many have contexts that fire them, and
// what was read for it.
Result<Json> CheckNeurons(const std::filesystem::path& folder, const PackHead& head);

}  // namespace meander
