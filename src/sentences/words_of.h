// The words of a line: where they begin, which of them carry sense, and what two lines have in
// common in words or letters. Pure; reads UTF-8, folds only ASCII letters.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meander {

struct LineWord {
  size_t begin = 0, end = 0;  // bytes, with the space that follows it
  std::string folded;         // lower-case letters, digits and apostrophes; may be empty ("—")
  bool has_sense = false;     // longer than three letters and no word that every line has
};
std::vector<LineWord> LineWordsOf(std::string_view line);

// Pairs of words (index in `from`, index in `to`) that are the same, each used once, in rising
// order of both: what may glide from one line to the other.
std::vector<std::pair<int, int>> MatchWords(const std::vector<LineWord>& from,
                                            const std::vector<LineWord>& to);
// Whether enough stays for words to glide: 40 % of the shorter line's words, or one with sense.
bool MayGlide(const std::vector<LineWord>& from, const std::vector<LineWord>& to,
              const std::vector<std::pair<int, int>>& matches);

// Runs of three letters or more, within a word, that `other` has in a word too: bytes of `line`.
std::vector<std::pair<size_t, size_t>> SharedLetters(std::string_view line, std::string_view other);

}  // namespace meander
