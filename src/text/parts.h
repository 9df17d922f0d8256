// A tokenized text cut into its sentences, and a sentence into its words: what can be left out of
// it to see what it brings.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/word_piece.h"

namespace meander {

struct TextPart {
  uint32_t begin = 0, end = 0;                    // bytes of the text
  uint32_t first_piece = 0, one_past_pieces = 0;  // of TokenizedText::ids

  uint32_t piece_count() const { return one_past_pieces - first_piece; }
  friend bool operator==(const TextPart&, const TextPart&) = default;
};

// The sentences of the text as far as it has been tokenized, in order, together all its pieces but
// the two marks. The first `head_bytes` bytes are a part of their own (a title), whatever signs
// they hold. A full stop ends a sentence when a space and a capital, digit or opening quote follow;
// not after an initial ("J. R. R."), a common abbreviation, nor within parentheses. A line ends
// one, too.
std::vector<TextPart> SentencesOf(std::string_view text, const TokenizedText& tokens,
                                  uint32_t head_bytes = 0);

// The words of a part, in order: each a whole word's pieces; punctuation belongs to none.
std::vector<TextPart> WordsOf(const WordPiece& pieces, const TokenizedText& tokens,
                              const TextPart& part);

// The ids without those of the part: what the encoder reads when it is left out.
std::vector<int32_t> IdsWithout(const TokenizedText& tokens, const TextPart& part);

}  // namespace meander
