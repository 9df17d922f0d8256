// See spelled_alike.h.
#include "text/spelled_alike.h"

#include <algorithm>

#include "text/normalize.h"

namespace meander {
namespace {

constexpr size_t kFewestLetters = 3;
constexpr std::u32string_view kSmallWords[] = {U"the", U"and", U"for"};

struct Word {
  std::u32string letters;
  uint32_t begin = 0, end = 0;  // bytes
};

std::vector<Word> WordsOf(std::string_view text) {
  std::vector<NormalizedCharacter> characters;
  AppendNormalized(text, 0, text.size(), characters);
  std::vector<Word> words;
  bool is_inside = false;
  for (const NormalizedCharacter& character : characters) {
    const bool is_letter = character.code_point != ' ' && !IsPunctuation(character.code_point);
    if (is_letter && !is_inside) words.push_back({{}, character.begin, character.end});
    is_inside = is_letter;
    if (!is_letter) continue;
    words.back().letters += character.code_point;
    words.back().end = character.end;
  }
  return words;
}

std::vector<Word> TellingWordsOf(std::string_view title) {
  std::vector<Word> words = WordsOf(title);
  std::erase_if(words, [](const Word& word) {
    return word.letters.size() < kFewestLetters ||
           std::ranges::find(kSmallWords, word.letters) != std::end(kSmallWords);
  });
  return words;
}

}  // namespace

std::vector<std::u32string> SharedBeginnings(std::string_view a, std::string_view b) {
  std::vector<std::u32string> beginnings;
  const std::vector<Word> others = TellingWordsOf(b);
  for (const Word& one : TellingWordsOf(a)) {
    for (const Word& other : others) {
      const auto differs = std::ranges::mismatch(one.letters, other.letters).in1;
      const auto shared = static_cast<size_t>(differs - one.letters.begin());
      if (shared >= kFewestLetters) beginnings.push_back(one.letters.substr(0, shared));
    }
  }
  std::ranges::sort(beginnings);
  const auto rest = std::ranges::unique(beginnings);
  beginnings.erase(rest.begin(), rest.end());
  return beginnings;
}

bool ShareAWord(std::string_view a, std::string_view b) {
  const std::vector<Word> others = TellingWordsOf(b);
  return std::ranges::any_of(TellingWordsOf(a), [&](const Word& one) {
    return std::ranges::find(others, one.letters, &Word::letters) != others.end();
  });
}

std::string WithoutBeginnings(std::string_view text,
                              const std::vector<std::u32string>& beginnings) {
  std::string rest;
  size_t at = 0;
  for (const Word& word : WordsOf(text)) {
    const bool goes = std::ranges::any_of(beginnings, [&](const std::u32string& beginning) {
      return word.letters.starts_with(beginning);
    });
    if (!goes || word.begin < at) continue;
    rest += text.substr(at, word.begin - at);
    at = word.end;
  }
  return rest += text.substr(at);
}

}  // namespace meander
