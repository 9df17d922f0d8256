// See letter_marks.h.
#include "text/letter_marks.h"

#include <algorithm>
#include <bit>

#include "text/word_set.h"

namespace meander {
namespace {

constexpr size_t kRun = 3, kLongWord = 4;

uint32_t SmallLetter(char c) {
  return static_cast<uint8_t>(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
}

void Mark(std::string_view word, LetterMarks& marks) {
  uint32_t run = '^';
  for (size_t at = 0; at < word.size(); ++at) {
    run = (run << 8 | SmallLetter(word[at])) & 0xFFFFFFu;
    if (at + 2 < kRun) continue;
    const uint32_t bit = (run * 2654435761u) >> 23;
    marks.bits[bit / 64] |= uint64_t{1} << (bit % 64);
  }
}

}  // namespace

LetterMarks LetterMarksOf(std::string_view line) {
  LetterMarks marks;
  const auto words = WordsOf(line);
  const bool has_long =
      std::ranges::any_of(words, [](std::string_view word) { return word.size() >= kLongWord; });
  for (const std::string_view word : words) {
    if (!has_long || word.size() >= kLongWord) Mark(word, marks);
  }
  for (const uint64_t bits : marks.bits) {
    marks.count = static_cast<uint16_t>(marks.count + std::popcount(bits));
  }
  return marks;
}

int SharedMarks(const LetterMarks& a, const LetterMarks& b) {
  const int fewer = std::min(a.count, b.count);
  if (fewer == 0) return 0;
  int shared = 0;
  for (int i = 0; i < kMarkWords; ++i) {
    shared += std::popcount(a.bits[static_cast<size_t>(i)] & b.bits[static_cast<size_t>(i)]);
  }
  return shared * 100 / fewer;
}

}  // namespace meander
