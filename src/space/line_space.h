// Many lines in three spaces at once: what they mean (product-quantised vectors), how they are
// spelled and how they sound (gram codes). A mix of the three is one space more: its vectors are
// the three laid end to end, each times the root of its share, so cosines mix by the shares. All
// cosines are whole numbers (angles.h), equal natively and in wasm.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "space/angles.h"
#include "space/code_book.h"
#include "space/gram_code.h"

namespace meander {

// How much each space counts, in hundredths that sum to 100.
struct SpaceShares {
  int meaning = 100, spelling = 0, sound = 0;
  friend bool operator==(const SpaceShares&, const SpaceShares&) = default;
};

// A text in the three spaces; what its mix does not need may be left empty.
struct LineQuery {
  std::vector<float> meaning;  // turned (code_book.h), unit length; book.dim
  GramCode spelling{}, sound{};
};

// A line in one mix: kMixedOne long up to rounding, so that a dot product is a cosine.
inline constexpr int32_t kMixedOne = 1 << 12;
using MixedRow = std::vector<int16_t>;  // all rows of a mix have one size, a multiple of 16

int32_t CosineOf(const MixedRow& a, const MixedRow& b);

class LineSpace {
 public:
  // Meanings go, spelling and sound stay.
  void SetBook(CodeBook book);
  const CodeBook& book() const { return book_; }
  uint32_t count() const { return count_; }  // with a meaning

  // Appends a line; `codes`: book.parts of them.
  void Add(std::span<const uint8_t> codes);
  void Truncate(uint32_t count);
  // Of a line that was added.
  void SetSpelling(uint32_t line, const GramCode& code);
  void SetSound(uint32_t line, const GramCode& code);
  uint32_t spelled_count() const { return static_cast<uint32_t>(spelling_.size()); }

  // Cosines of lines [first, last) to `a` and to `b`, appended: one pass over the codes for both.
  void CosinesToTwo(const LineQuery& a, const LineQuery& b, SpaceShares shares, uint32_t first,
                    uint32_t last, std::vector<std::pair<int16_t, int16_t>>& cosines) const;

  MixedRow RowOf(uint32_t line, SpaceShares shares) const;
  MixedRow RowOf(const LineQuery& query, SpaceShares shares) const;

 private:
  MixedRow Mix(std::span<const float> meaning, const GramCode& spelling, const GramCode& sound,
               SpaceShares shares) const;
  // Products of the query with every centroid, kCosineOne for 1.
  std::vector<int32_t> Products(std::span<const float> turned) const;

  CodeBook book_;
  uint32_t count_ = 0;
  std::vector<float> part_squares_;  // of every centroid's length
  std::vector<uint8_t> codes_;
  std::vector<uint16_t> stretches_;  // kCosineOne / length of the decoded line
  std::vector<GramCode> spelling_, sound_;
};

}  // namespace meander
