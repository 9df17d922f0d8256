// A reader's own text, cut into sentences that may be lines: whatever bytes came in, bounded work
// and valid UTF-8 out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace meander {

inline constexpr size_t kMostTextBytes = 5'000'000;
inline constexpr size_t kFewestLineWords = 3, kMostLineWords = 16;
inline constexpr size_t kLongestLineBytes = 400;

struct PlainText {
  std::string text;  // UTF-8, paragraphs separated by '\n', single spaces, no mark-up
  bool was_latin_1 = false;
};
// UTF-8 (with or without its mark), else Windows-1252; plain or Markdown: marks of headings, lists,
// quotes, emphasis and links go, code and tables go whole. kInvalidInput with a sentence: empty,
// too large, or no text.
Result<PlainText> PlainTextOf(ByteSpan bytes);

struct SentenceRange {
  uint32_t begin = 0, end = 0;  // bytes of the text
};
struct FoundSentences {
  std::vector<SentenceRange> lines;  // of 3 to 16 words
  uint32_t skipped = 0;              // sentences that were shorter or longer
};
// A sentence ends at . ! ? or … (and what closes behind it) before a space, or with its paragraph;
// not after "Mr." and other shortenings or a single capital.
FoundSentences FindSentences(std::string_view text);

}  // namespace meander
