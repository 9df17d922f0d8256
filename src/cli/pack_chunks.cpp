// See pack_chunks.h.
#include "cli/pack_chunks.h"

#include "base/files.h"

namespace meander {

Result<std::vector<uint8_t>> ReadChunkFile(const std::filesystem::path& folder,
                                           const ChunkRef& chunk) {
  TRY(std::vector<uint8_t> bytes, ReadFile(folder / chunk.file));
  TRY_VOID(VerifyChunk(chunk, bytes));
  return bytes;
}

Result<const SectionRef*> SectionOf(const PackHead& head, std::string_view name) {
  const SectionRef* section = head.Find(name);
  if (section != nullptr) return section;
  return Fail(ErrorCode::kCorrupt, "This pack is damaged: it has no " + std::string(name) + ".");
}

Result<uint64_t> ReadEveryChunk(const std::filesystem::path& folder, const PackHead& head,
                                const TakeChunk& take) {
  uint64_t first_view = 0;
  for (const SectionRef& section : head.sections) {
    for (const ChunkRef& chunk : section.chunks) {
      TRY(const std::vector<uint8_t> bytes, ReadFile(folder / chunk.file));
      Result<void> taken = VerifyChunk(chunk, bytes);
      if (taken) taken = take(section, chunk, bytes);
      if (!taken) return Fail(taken.error().code, taken.error().message + " (" + chunk.file + ")");
      if (section.first_view) first_view += bytes.size();
    }
  }
  return first_view;
}

}  // namespace meander
