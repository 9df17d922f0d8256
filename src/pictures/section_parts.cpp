// See section_parts.h.
#include "pictures/section_parts.h"

#include <algorithm>

namespace meander {

bool TakePart(const PackHead& head, std::string_view section, const ChunkRef& chunk, ByteSpan bytes,
              std::vector<std::vector<uint8_t>>& parts, std::vector<uint8_t>& all) {
  const SectionRef* found = head.Find(section);
  if (found == nullptr) return false;
  const auto at = std::ranges::find(found->chunks, chunk.file, &ChunkRef::file);
  if (at == found->chunks.end()) return false;
  parts.resize(found->chunks.size());
  parts[static_cast<size_t>(at - found->chunks.begin())].assign(bytes.begin(), bytes.end());
  for (const std::vector<uint8_t>& part : parts) {
    if (part.empty()) {
      all.clear();
      return false;
    }
    all.insert(all.end(), part.begin(), part.end());
  }
  parts.clear();
  return true;
}

}  // namespace meander
