// See files.h.
#include "base/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include <unistd.h>

namespace meander {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::unexpected<Error> SystemFailure(const char* doing, const std::filesystem::path& path) {
  return Fail(
      errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnavailable,
      std::string("Cannot ") + doing + " " + path.string() + ": " + std::strerror(errno) + ".");
}

}  // namespace

Result<std::vector<uint8_t>> ReadFile(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    errno = EISDIR;
    return SystemFailure("read", path);
  }
  std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (!file) return SystemFailure("read", path);
  std::vector<uint8_t> bytes;
  size_t size = 0;
  for (;;) {
    bytes.resize(size + (size_t{1} << 20) + size / 2);
    const size_t got = std::fread(bytes.data() + size, 1, bytes.size() - size, file.get());
    size += got;
    if (got == 0) break;
  }
  if (std::ferror(file.get())) return SystemFailure("read", path);
  bytes.resize(size);
  bytes.shrink_to_fit();
  return bytes;
}

Result<std::string> ReadTextFile(const std::filesystem::path& path) {
  TRY(const std::vector<uint8_t> bytes, ReadFile(path));
  return std::string(AsText(bytes));
}

Result<void> WriteFile(const std::filesystem::path& path, ByteSpan bytes) {
  const std::filesystem::path partial = path.string() + ".partial-" + std::to_string(getpid());
  std::unique_ptr<std::FILE, CloseFile> file(std::fopen(partial.c_str(), "wb"));
  if (!file) return SystemFailure("write", path);
  const bool wrote = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
                     std::fflush(file.get()) == 0 && fsync(fileno(file.get())) == 0;
  const int error_number = errno;
  file.reset();
  std::error_code ignored;
  if (!wrote) {
    std::filesystem::remove(partial, ignored);
    errno = error_number;
    return SystemFailure("write", path);
  }
  if (std::rename(partial.c_str(), path.c_str()) != 0) {
    const int rename_error = errno;
    std::filesystem::remove(partial, ignored);
    errno = rename_error;
    return SystemFailure("write", path);
  }
  return {};
}

}  // namespace meander
