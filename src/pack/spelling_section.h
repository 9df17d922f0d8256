// Pairs of true neighbours whose closeness comes from spelling rather than from meaning; found when
// the pack is made (make/spelling_pairs.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

// One chunk: varint count; each: u32 item, u32 a greater item, u8 closeness of the two texts
// without the words that begin alike (code / 255 · 2 − 1). In order. Absent in older packs.
inline constexpr std::string_view kSpellingSection = "spelling";

struct SpellingPair {
  uint32_t a = 0, b = 0;  // a < b
  float left = 0;         // of their closeness
};

Result<std::vector<SpellingPair>> ReadSpelling(ByteSpan chunk, uint32_t item_count);
// `pairs` in order.
std::vector<uint8_t> WriteSpelling(std::span<const SpellingPair> pairs);

// What is left of the closeness of two items, either way round; none: they are no such pair.
std::optional<float> SpellingLeft(std::span<const SpellingPair> pairs, uint32_t one,
                                  uint32_t other);

}  // namespace meander
