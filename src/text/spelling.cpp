// See spelling.h.
#include "text/spelling.h"

#include "text/normalize.h"

namespace meander {
namespace {

constexpr size_t kShortestGram = 2, kLongestGram = 4;

bool IsApostrophe(char32_t c) { return c == U'\'' || c == U'\u2019' || c == U'\u2018'; }
bool IsLetter(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
  return !IsPunctuation(c);
}

}  // namespace

std::vector<GramCount> SpellingGrams(std::string_view text) {
  std::vector<NormalizedCharacter> normalized;
  AppendNormalized(text, 0, text.size(), normalized);
  std::vector<uint32_t> characters{U' '};
  for (const NormalizedCharacter& character : normalized) {
    if (IsApostrophe(character.code_point)) continue;
    if (IsLetter(character.code_point)) {
      characters.push_back(character.code_point);
    } else if (characters.back() != U' ') {
      characters.push_back(U' ');
    }
  }
  if (characters.back() != U' ') characters.push_back(U' ');
  GramCounter counter;
  for (size_t length = kShortestGram; length <= kLongestGram; ++length) {
    for (size_t at = 0; at + length <= characters.size(); ++at) {
      counter.Add(std::span(characters).subspan(at, length));
    }
  }
  return counter.Take();
}

}  // namespace meander
