// Where a pack or a model begins on this disk: it is named by its folder or by its head file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"

namespace meander {

inline constexpr const char* kPackHead = "pack.meander";
inline constexpr const char* kModelHead = "model.meander";

std::filesystem::path HeadFileOf(const std::filesystem::path& path,
                                 const char* head_name = kPackHead);

struct HeadOnDisk {
  std::vector<uint8_t> bytes;
  std::string folder;  // with a slash
};
Result<HeadOnDisk> ReadHeadOnDisk(const std::filesystem::path& path, const char* head_name);

}  // namespace meander
