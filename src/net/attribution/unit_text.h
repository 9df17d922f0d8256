// A text cut into the units that are explained: words (all pieces of one word together), each sign
// by itself, and the two marks the encoder adds. With `by_piece` every piece is a unit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "text/word_piece.h"

namespace meander {

// How a unit is taken away.
enum class Hide : uint8_t {
  kLeaveOut,  // the rest closes up
  kMask,      // [MASK] stands in its place, one a piece
};

struct TextUnit {
  std::string text;  // as the reader wrote it; "[CLS]" and "[SEP]" for the marks
  uint32_t first_piece = 0, one_past_pieces = 0;
  uint32_t begin = 0, end = 0;  // bytes of the text
  bool is_mark = false;
  uint32_t piece_count() const { return one_past_pieces - first_piece; }
};

struct UnitText {
  std::vector<int32_t> ids;
  std::vector<TextUnit> units;  // in order, together all of `ids`; the first and last are the marks
  size_t word_count() const { return units.size() - 2; }  // units that are no marks
};

// kInvalidInput for a text with nothing to read in it or with more than kMostTokens pieces; `which`
// names it in the sentence ("The first text").
Result<UnitText> UnitsOf(const WordPiece& pieces, std::string_view text, bool by_piece,
                         std::string_view which);

// The ids when only the units with keep[i] are there (marks always are). `keep`: one a unit.
std::vector<int32_t> IdsKeeping(const UnitText& text, const std::vector<bool>& keep, Hide hide);

}  // namespace meander
