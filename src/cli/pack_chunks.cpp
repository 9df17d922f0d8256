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

Result<void> Append(NeighborLists part, NeighborLists& lists) {
  if (!lists.flat.empty() && part.per_item != lists.per_item) {
    return Fail(ErrorCode::kCorrupt, "This pack is damaged: its neighbour lists differ in length.");
  }
  lists.per_item = part.per_item;
  lists.flat.insert(lists.flat.end(), part.flat.begin(), part.flat.end());
  return {};
}

Result<void> Append(VectorTable part, VectorTable& table) {
  if (table.dim != 0 && part.dim != table.dim) {
    return Fail(ErrorCode::kCorrupt, "This pack is damaged: its vectors differ in length.");
  }
  table.encoder_id = std::move(part.encoder_id);
  table.dim = part.dim;
  table.count += part.count;
  table.codes.insert(table.codes.end(), part.codes.begin(), part.codes.end());
  table.scales.insert(table.scales.end(), part.scales.begin(), part.scales.end());
  return {};
}

}  // namespace meander
