// A finished pack read from its folder, section by section, while another is made of it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/files.h"
#include "pack/format.h"

namespace meander {

inline Result<PackHead> ReadHeadOf(const std::filesystem::path& folder) {
  TRY(const std::vector<uint8_t> bytes, ReadFile(folder / "pack.meander"));
  return ReadPackHead(bytes);
}

// Hands each chunk of a section over, verified: take(chunk, bytes) → Result<void>.
template <class Take>
Result<void> ForChunks(const std::filesystem::path& folder, const PackHead& head,
                       std::string_view name, Take take) {
  const SectionRef* section = head.Find(name);
  if (section == nullptr) {
    return Fail(ErrorCode::kCorrupt,
                "The pack " + head.name + " has no section \"" + std::string(name) + "\".");
  }
  for (const ChunkRef& chunk : section->chunks) {
    TRY(const std::vector<uint8_t> bytes, ReadFile(folder / chunk.file));
    TRY_VOID(VerifyChunk(chunk, bytes));
    TRY_VOID(take(chunk, bytes));
  }
  return {};
}

}  // namespace meander
