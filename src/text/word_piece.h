// WordPiece tokenisation as all-MiniLM-L6-v2 was trained with: the same ids as the reference
// (Hugging Face tokenizers with the model's own tokenizer.json) for any input, and for every piece
// the bytes of the reader's own text it stands for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "text/normalize.h"

namespace meander {

inline constexpr int32_t kUnknownToken = 100, kClassToken = 101, kSeparatorToken = 102;
inline constexpr size_t kMostTokens = 128;  // [CLS] and [SEP] included

struct TokenizedText {
  std::vector<int32_t> ids;  // [CLS] … [SEP], at most kMostTokens
  struct Range {
    uint32_t begin = 0, end = 0;  // bytes; 0, 0 for the two marks
    friend bool operator==(const Range&, const Range&) = default;
  };
  std::vector<Range> ranges;  // one an id
  bool truncated = false;     // there was more text than fits
};

class WordPiece {
 public:
  // `vocabulary`: 30,522 tokens, one a line, in id order. kCorrupt when it is anything else.
  static Result<WordPiece> Open(std::string vocabulary);

  TokenizedText Tokenize(std::string_view text) const;
  std::string_view Piece(int32_t id) const;  // "##ing"; id in range
  int32_t size() const { return static_cast<int32_t>(starts_.size()) - 1; }
  // The id of exactly this token, or -1.
  int32_t Find(std::string_view token) const;

 private:
  WordPiece() = default;
  bool Append(int32_t id, TokenizedText::Range range, TokenizedText& out) const;
  bool AppendSegment(std::string_view text, size_t from, size_t to, TokenizedText& out) const;
  bool AppendWord(const NormalizedCharacter* first, size_t count, TokenizedText& out) const;

  std::string vocabulary_;
  std::vector<uint32_t> starts_;  // of each token in vocabulary_, and one past the last
  std::vector<int32_t> slots_;    // open addressing by hash; -1: free
};

}  // namespace meander
