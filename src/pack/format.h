// The data pack: one head file (magic, version, length, checksum, section table, JSON manifest) and
// its sections as separate chunk files of at most 256 kB whose names carry their hash. This file is
// the head; sections.h decodes what is inside the chunks. docs/format.md says it in prose.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

inline constexpr char kPackMagic[8] = {'M', 'E', 'A', 'N', 'D', 'E', 'R', '\n'};
inline constexpr uint32_t kPackVersion = 1;
inline constexpr uint32_t kOldestReadablePackVersion = 1;
inline constexpr uint32_t kMaxChunkBytes = 256 * 1024;

// One file of a section: items [first_item, first_item + item_count). A section that is not made of
// items (the encoder's layers) is a byte stream: all its chunks have both numbers 0 and are joined.
struct ChunkRef {
  std::string file;  // "positions-0-1f2e3d4c5b6a7988.bin", no folder part
  uint32_t first_item = 0;
  uint32_t item_count = 0;
  uint32_t byte_count = 0;
  uint64_t hash = 0;  // Hash64 of the file's bytes
};

struct SectionRef {
  std::string name;              // "positions", "texts", …
  uint32_t version = 1;          // of its own encoding: section_versions.h
  bool first_view = false;       // needed before the first complete picture
  std::vector<ChunkRef> chunks;  // in item order, without gaps
};

struct PackHead {
  uint32_t version = kPackVersion;
  std::string name;        // the recipe's name, "wikipedia"
  std::string encoder_id;  // whose vectors these are
  uint32_t item_count = 0;
  std::vector<SectionRef> sections;
  std::string
      manifest_json;  // sources, licences, seeds, quality, tool version; never parsed by a page

  const SectionRef* Find(std::string_view section) const;  // nullptr when absent
  // The chunk of `section` that holds `item`; nullptr when there is none.
  const ChunkRef* FindChunk(std::string_view section, uint32_t item) const;
};

std::vector<uint8_t> WritePackHead(const PackHead& head);
// kCorrupt: not a pack, truncated, altered; kTooOld / kTooNew, for a section's encoding too
// (section_versions.h). Checks that chunk names have no
// folder part, that sizes are within limits and that item ranges tile [0, item_count).
Result<PackHead> ReadPackHead(ByteSpan file);
// kCorrupt unless `file` has exactly the promised length and hash.
Result<void> VerifyChunk(const ChunkRef& chunk, ByteSpan file);

}  // namespace meander
