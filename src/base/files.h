// Whole-file reading and atomic writing, for the native tool only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

Result<std::vector<uint8_t>> ReadFile(const std::filesystem::path& path);
Result<std::string> ReadTextFile(const std::filesystem::path& path);
// Writes to a temporary neighbour, flushes, then renames, so that nobody ever sees half a file.
Result<void> WriteFile(const std::filesystem::path& path, ByteSpan bytes);

}  // namespace meander
