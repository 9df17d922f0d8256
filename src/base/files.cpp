// See files.h.
#include "base/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include <unistd.h>

namespace meander {
namespace {

constexpr size_t kMostBytes = size_t{1} << 31;  // nothing this project reads comes near

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::unexpected<Error> SystemFailure(const char* doing, const std::filesystem::path& path) {
  return Fail(errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnavailable,
              std::string("Cannot ") + doing + " " + (path.empty() ? "\"\"" : path.string()) +
                  ": " + std::strerror(errno) + ".");
}

// Devices, pipes and links are written where they are: a rename would put a plain file in their
// place.
bool IsWrittenInPlace(const std::filesystem::path& path) {
  std::error_code ignored;
  const auto type = std::filesystem::symlink_status(path, ignored).type();
  return type == std::filesystem::file_type::symlink ||
         type == std::filesystem::file_type::character || type == std::filesystem::file_type::fifo;
}

// Writes all of it and closes; errno says why when it fails.
bool WriteAll(const std::filesystem::path& path, ByteSpan bytes, bool to_disk) {
  std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "wb"));
  // fwrite wants a place to read from even where nothing is to be written.
  return file &&
         (bytes.empty() ||
          std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size()) &&
         std::fflush(file.get()) == 0 && (!to_disk || fsync(fileno(file.get())) == 0);
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
    if (size > kMostBytes) {
      return Fail(ErrorCode::kInvalidInput, "Cannot read " + path.string() + ": it is over 2 GB.");
    }
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

Result<void> CheckWritable(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.parent_path();
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    errno = EISDIR;
  } else if (path.empty()) {
    errno = ENOENT;
  } else if (IsWrittenInPlace(path) || access(folder.empty() ? "." : folder.c_str(), W_OK) == 0) {
    return {};
  }
  return SystemFailure("write", path);
}

Result<void> WriteFile(const std::filesystem::path& path, ByteSpan bytes) {
  if (IsWrittenInPlace(path)) {
    if (!WriteAll(path, bytes, false)) return SystemFailure("write", path);
    return {};
  }
  const std::filesystem::path partial = path.string() + ".partial-" + std::to_string(getpid());
  if (WriteAll(partial, bytes, true) && std::rename(partial.c_str(), path.c_str()) == 0) return {};
  const int error_number = errno;
  std::error_code ignored;
  std::filesystem::remove(partial, ignored);
  errno = error_number;
  return SystemFailure("write", path);
}

}  // namespace meander
