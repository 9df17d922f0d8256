// See spelling_section.h.
#include "pack/spelling_section.h"

#include <algorithm>
#include <cmath>
#include <utility>

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
    pair.left = static_cast<float>(reader.Get<uint8_t>()) * (2.f / 255) - 1;
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
    writer.Put(
        static_cast<uint8_t>(std::lround((std::clamp(pair.left, -1.f, 1.f) + 1) * (255.f / 2))));
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
