// What `check` says of a pack of sounds.
#pragma once

#include <filesystem>

#include "base/error.h"
#include "base/json_reader.h"

namespace meander {

// Every section is read and verified, every sprite decoded and cut; then its map is measured.
Result<Json> CheckSounds(const std::filesystem::path& folder);

}  // namespace meander
