// Reading a pack on disk chunk by chunk, each verified before it is taken, for verbs that look into
// packs of any kind.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "pack/format.h"
#include "pack/join_tables.h"
#include "pack/sections.h"

namespace meander {

// kCorrupt where its bytes are not the ones that the head names.
Result<std::vector<uint8_t>> ReadChunkFile(const std::filesystem::path& folder,
                                           const ChunkRef& chunk);
// kCorrupt where the pack has no such section.
Result<const SectionRef*> SectionOf(const PackHead& head, std::string_view name);

// Calls take(section, chunk, bytes) for all chunks in the head's order; what it, or verifying,
// complains of is said with the file's name. The bytes of the first view's chunks, together.
using TakeChunk =
    std::function<Result<void>(const SectionRef& section, const ChunkRef& chunk, ByteSpan bytes)>;
Result<uint64_t> ReadEveryChunk(const std::filesystem::path& folder, const PackHead& head,
                                const TakeChunk& take);

}  // namespace meander
