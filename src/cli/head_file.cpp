// See head_file.h.
#include "cli/head_file.h"

#include "base/files.h"

namespace meander {

std::filesystem::path HeadFileOf(const std::filesystem::path& path, const char* head_name) {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored) ? path / head_name : path;
}

Result<HeadOnDisk> ReadHeadOnDisk(const std::filesystem::path& path, const char* head_name) {
  const std::filesystem::path file = HeadFileOf(path, head_name);
  TRY(std::vector<uint8_t> bytes, ReadFile(file));
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  return HeadOnDisk{std::move(bytes), folder.string() + "/"};
}

}  // namespace meander
