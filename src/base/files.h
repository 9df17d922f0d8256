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
// What is no plain file (a device, a pipe, a link) is written where it is.
Result<void> WriteFile(const std::filesystem::path& path, ByteSpan bytes);
// Fails where WriteFile would, as far as that can be known beforehand.
Result<void> CheckWritable(const std::filesystem::path& path);

}  // namespace meander
