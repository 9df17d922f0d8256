// See spelling_section.h.
#include "pack/spelling_section.h"

#include <algorithm>
#include <utility>

#include "pack/cosine_code.h"
#include "pack/damaged.h"

namespace meander {
namespace {

std::pair<uint32_t, uint32_t> ItemsOf(const SpellingPair& pair) { return {pair.a, pair.b}; }

}  // namespace

Result<std::vector<SpellingPair>> ReadSpelling(ByteSpan chunk, uint32_t item_count) {
  ByteReader reader(chunk);
  std::vector<SpellingPair> pairs(reader.GetCount(9));
  std::pair<uint32_t, uint32_t> before;
  for (SpellingPair& pair : pairs) {
    pair.a = reader.Get<uint32_t>();
    pair.b = reader.Get<uint32_t>();
    pair.left = CosineOfCode(reader.Get<uint8_t>());
    if (!reader.ok() || pair.a >= pair.b || pair.b >= item_count || ItemsOf(pair) <= before) {
      return DamagedSection("the pairs spelled alike are out of order");
    }
    before = ItemsOf(pair);
  }
  if (!reader.ok() || !reader.AtEnd()) {
    return DamagedSection("the pairs spelled alike have the wrong length");
  }
  return pairs;
}

std::vector<uint8_t> WriteSpelling(std::span<const SpellingPair> pairs) {
  ByteWriter writer;
  writer.PutVarint(pairs.size());
  for (const SpellingPair& pair : pairs) {
    writer.Put(pair.a);
    writer.Put(pair.b);
    writer.Put(CodeOfCosine(pair.left));
  }
  return writer.Take();
}

std::optional<float> SpellingLeft(std::span<const SpellingPair> pairs, uint32_t one,
                                  uint32_t other) {
  const std::pair wanted{std::min(one, other), std::max(one, other)};
  const auto at = std::ranges::lower_bound(pairs, wanted, {}, ItemsOf);
  if (at == pairs.end() || ItemsOf(*at) != wanted) return std::nullopt;
  return at->left;
}

}  // namespace meander
