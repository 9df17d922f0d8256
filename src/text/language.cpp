// See language.h.
#include "text/language.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace meander {
namespace {

constexpr std::string_view kCommonWords[] = {
    "a",       "about", "after", "all",  "an",   "and", "are",  "as",   "at",    "be",
    "because", "but",   "by",    "can",  "do",   "for", "from", "had",  "has",   "have",
    "he",      "her",   "how",   "i",    "if",   "in",  "into", "is",   "it",    "its",
    "not",     "of",    "on",    "or",   "she",  "so",  "that", "the",  "their", "then",
    "there",   "they",  "this",  "to",   "was",  "we",  "were", "what", "when",  "where",
    "which",   "who",   "why",   "will", "with", "you", "your"};

// Short words that other languages in Latin letters cannot do without and English does not have.
constexpr std::string_view kForeignWords[] = {
    "aber", "auf",  "auch", "avec", "che", "como", "dans", "das",  "de",  "del", "della",
    "der",  "des",  "die",  "di",   "du",  "een",  "el",   "en",   "est", "et",  "het",
    "ich",  "il",   "ist",  "je",   "la",  "las",  "le",   "les",  "los", "mit", "nicht",
    "och",  "para", "por",  "pour", "que", "qui",  "sie",  "sind", "sur", "um",  "un",
    "una",  "und",  "une",  "van",  "von", "wie",  "zu"};

template <size_t N>
bool Contains(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

bool LooksEnglish(const WordPiece& pieces, std::string_view text) {
  std::vector<NormalizedCharacter> characters;
  AppendNormalized(text, 0, text.size(), characters);
  size_t latin = 0, other = 0, words = 0, common = 0, foreign = 0;
  std::string word;
  const auto finish_word = [&] {
    if (word.empty()) return;
    ++words;
    common += Contains(kCommonWords, word);
    foreign += Contains(kForeignWords, word);
    word.clear();
  };
  for (const NormalizedCharacter& character : characters) {
    const char32_t code_point = character.code_point;
    if (code_point == ' ' || IsPunctuation(code_point)) {
      finish_word();
      continue;
    }
    const bool is_digit = code_point >= '0' && code_point <= '9';
    if (code_point < 0x250) latin += !is_digit;
    // Symbols and emoji are nobody's language.
    const bool is_symbol = (code_point >= 0x2000 && code_point < 0x2E80) || code_point >= 0x1F000;
    if (code_point >= 0x250 && !is_symbol) ++other;
    AppendUtf8(code_point, word);
  }
  finish_word();
  if (other > latin) return false;
  if (words < 4 || common > foreign) return true;
  if (foreign > 0) return false;
  const size_t piece_count = pieces.Tokenize(text).ids.size() - 2;
  return piece_count <= 2 * words;
}

}  // namespace meander
