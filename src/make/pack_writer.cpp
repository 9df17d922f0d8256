// See pack_writer.h.
#include "make/pack_writer.h"

#include <algorithm>

#include "base/files.h"
#include "make/model.h"
#include "pack/section_versions.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

constexpr char kToolVersion[] = "meander 0.1";

Result<void> WriteItems(const fs::path& folder, SectionRef& section, uint32_t first, uint32_t count,
                        const PackWriter::Encode& encode, uint32_t most_bytes) {
  const std::vector<uint8_t> bytes = encode(first, count);
  if (bytes.size() <= most_bytes || (count == 1 && bytes.size() <= kMaxChunkBytes)) {
    return WriteChunk(folder, section, first, count, bytes);
  }
  if (count == 1) return Fail(ErrorCode::kInvalidInput, "One item is over 256 kB.");
  // Halves of the number of chunks needed, so that chunks come out about equally full.
  const uint64_t pieces = (bytes.size() + most_bytes - 1) / most_bytes;
  const auto head =
      static_cast<uint32_t>(std::max<uint64_t>(uint64_t{count} * (pieces / 2) / pieces, 1));
  TRY_VOID(WriteItems(folder, section, first, head, encode, most_bytes));
  return WriteItems(folder, section, first + head, count - head, encode, most_bytes);
}

// The old folder is away only between two renames, and comes back when the second one fails.
Result<void> Swap(const fs::path& partial, const fs::path& target) {
  const fs::path old = target.string() + ".old";
  std::error_code ignored, failed;
  fs::remove_all(old, ignored);
  fs::rename(target, old, ignored);
  fs::rename(partial, target, failed);
  if (failed) {
    fs::rename(old, target, ignored);
    return Fail(ErrorCode::kUnavailable, "The folder " + target.string() + " cannot be written.");
  }
  fs::remove_all(old, ignored);
  return {};
}

}  // namespace

Json ManifestHead(const PackHead& head) {
  Json manifest;
  manifest["name"] = head.name;
  manifest["format"] = head.version;
  manifest["tool"] = kToolVersion;
  manifest["encoder"] = head.encoder_id;
  return manifest;
}

Result<void> PackWriter::Put(std::string_view name, bool first_view, const Encode& encode,
                             uint32_t most_bytes) {
  SectionRef section{std::string(name), VersionToWrite(name), first_view, {}};
  TRY_VOID(WriteItems(folder_, section, 0, head_.item_count, encode, most_bytes));
  head_.sections.push_back(std::move(section));
  return {};
}

Result<void> PackWriter::PutColumn(std::string_view name, bool first_view, ByteSpan column,
                                   uint32_t bytes_each) {
  return Put(name, first_view, [&](uint32_t first, uint32_t count) {
    const ByteSpan part = column.subspan(size_t{first} * bytes_each, size_t{count} * bytes_each);
    return std::vector<uint8_t>(part.begin(), part.end());
  });
}

Result<void> PackWriter::PutChunks(std::string_view name, bool first_view,
                                   std::span<const uint32_t> counts,
                                   std::span<const std::vector<uint8_t>> chunks) {
  SectionRef section{std::string(name), VersionToWrite(name), first_view, {}};
  uint32_t first = 0;
  for (size_t i = 0; i < counts.size(); first += counts[i++]) {
    if (chunks[i].size() > kMaxChunkBytes) {
      return Fail(ErrorCode::kInvalidInput, "One part of a pack is over 256 kB.");
    }
    TRY_VOID(WriteChunk(folder_, section, first, counts[i], chunks[i]));
  }
  head_.sections.push_back(std::move(section));
  return {};
}

Result<void> PackWriter::PutStream(std::string_view name, bool first_view, ByteSpan bytes) {
  TRY_VOID(WriteStreamSection(folder_, name, bytes, head_));
  head_.sections.back().first_view = first_view;
  return {};
}

Result<void> PackWriter::PutHead() {
  return WriteFile(folder_ / "pack.meander", WritePackHead(head_));
}

Result<void> ReplaceFolder(const fs::path& target,
                           const std::function<Result<void>(const fs::path& folder)>& write) {
  const fs::path partial = target.string() + ".partial";
  std::error_code failed;
  fs::remove_all(partial, failed);
  fs::create_directories(partial, failed);
  if (failed) {
    return Fail(ErrorCode::kUnavailable, "The folder " + partial.string() + " cannot be made.");
  }
  Result<void> written = write(partial);
  if (written) written = Swap(partial, target);
  if (!written) fs::remove_all(partial, failed);
  return written;
}

}  // namespace meander
