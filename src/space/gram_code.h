// From the n-grams of a line to its code: see gram_table.h. Whole numbers throughout, so that page
// and command line agree bit for bit.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "space/gram_table.h"

namespace meander {

inline constexpr uint32_t kGramBuckets = 4096;
inline constexpr uint32_t kGramDim = 64;
inline constexpr int32_t kGramCodeLength = 180;  // of a code; a number of it is at most 127

// How often an n-gram's bucket occurs in a line.
struct GramCount {
  uint16_t bucket = 0;
  uint16_t count = 0;
  friend bool operator==(const GramCount&, const GramCount&) = default;
};

// Collects n-grams and counts them; ordered by bucket.
class GramCounter {
 public:
  // The n-gram made of these characters (letters, phones: any numbers).
  void Add(std::span<const uint32_t> gram);
  std::vector<GramCount> Take();

 private:
  std::vector<uint16_t> buckets_;
};

using GramCode = std::array<int8_t, kGramDim>;
double LengthOf(const GramCode& code);  // Euclidean

// Direction of the sum of the rows, kGramCodeLength long up to rounding; all 0 where there is
// nothing. The table has kGramBuckets rows of kGramDim.
GramCode CodeOfGrams(const GramTable& table, std::span<const GramCount> grams);

}  // namespace meander
