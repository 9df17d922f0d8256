// See gram_code.h.
#include "space/gram_code.h"

#include <algorithm>
#include <cmath>

#include "base/sort.h"

namespace meander {

void GramCounter::Add(std::span<const uint32_t> gram) {
  // FNV-1a over the characters, then folded: its low bits alone are weak.
  uint32_t hash = 2166136261u;
  for (const uint32_t character : gram) hash = (hash ^ character) * 16777619u;
  hash ^= hash >> 15;
  hash *= 0x2C1B3C6Du;
  hash ^= hash >> 13;
  buckets_.push_back(static_cast<uint16_t>(hash % kGramBuckets));
}

std::vector<GramCount> GramCounter::Take() {
  SortNumbers(buckets_);
  std::vector<GramCount> counts;
  for (const uint16_t bucket : buckets_) {
    if (counts.empty() || counts.back().bucket != bucket) counts.push_back({bucket, 0});
    if (counts.back().count < UINT16_MAX) ++counts.back().count;
  }
  buckets_.clear();
  return counts;
}

GramCode CodeOfGrams(const GramTable& table, std::span<const GramCount> grams) {
  GramCode code{};
  if (table.buckets != kGramBuckets || table.dim != kGramDim) return code;
  std::array<int64_t, kGramDim> sums{};
  for (const GramCount& gram : grams) {
    const auto row = table.Row(gram.bucket);
    const int64_t scale = int64_t{table.scales[gram.bucket]} * gram.count;
    for (uint32_t i = 0; i < kGramDim; ++i) sums[i] += row[i] * scale;
  }
  double squares = 0;
  for (const int64_t sum : sums) squares += static_cast<double>(sum) * static_cast<double>(sum);
  if (squares == 0) return code;
  const double factor = kGramCodeLength / std::sqrt(squares);
  for (uint32_t i = 0; i < kGramDim; ++i) {
    const double value = static_cast<double>(sums[i]) * factor;
    code[i] = static_cast<int8_t>(std::clamp(std::floor(value + 0.5), -127.0, 127.0));
  }
  return code;
}

}  // namespace meander
