// Which sentences may become lines: what one says of itself (shape), what it must not say (barred
// words), and what another has said already (twins).
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/error.h"

namespace meander {

enum class LineFault : uint8_t {
  kNone,
  kLength,      // not 3 to 16 words, or over 100 characters
  kUnfinished,  // no capital at its begin, no . ! ? at its end, or a dash or comma before that
  kMarks,       // digits, brackets, dots in a row, quotes inside, signs that no prose has
  kCapitals,    // a word in capitals, or two fifths of its words with one
  kForeign,     // two words or more of French or Latin that English does not have
  kBarred,      // a barred word, or a line of the stop list
  kNames,       // a name, where the source's are not wanted
  kOrder,       // a dictionary's bare order
  kRare,        // a dictionary's word that nobody else says
  kLeaning,     // what it means was said before it
  kFragment,    // no verb, or no subject
  kCast,        // a person of its work, and little else
  kTwin,        // said already, names and small words aside
  kCount
};
const char* NameOfFault(LineFault fault);

// Its words: letters, apostrophes and hyphens inside; views into `line`.
std::vector<std::string_view> WordsOfLine(std::string_view line);
// ASCII letters only; others stay.
std::string SmallLetters(std::string_view text);

// kNone, kLength, kUnfinished, kMarks, kCapitals or kForeign.
LineFault FaultOfShape(std::string_view line);

// Words (by hash of their small letters) and whole lines (by hash) that no line may have.
class BarList {
 public:
  // The text of data/lines/barred.txt: "word HASH" or "line HASH" a line, # comments.
  static Result<BarList> Read(std::string_view text);
  bool BarsWord(std::string_view word) const;
  bool BarsLine(std::string_view line) const;  // for a word in it, or itself

 private:
  std::unordered_set<uint64_t> words_, lines_;
};
uint64_t HashOfBarred(std::string_view text);  // of its small letters

// Which words are names: those that have a capital more often than not where none is due.
class NameBook {
 public:
  void Count(std::string_view line);
  bool IsName(std::string_view word) const;
  bool HasName(std::string_view line) const;
  // Stands behind "in" or "at" more than one time in six.
  bool IsPlace(std::string_view word) const;
  // A capital that is not due to the word, as those of God and Mr are.
  static bool HasCapital(std::string_view word);

 private:
  struct Writings {
    uint32_t small = 0, capital = 0, placed = 0;
  };
  std::unordered_map<std::string, Writings> words_;
};

// What a line says once names are masked and its order, small words and exclamations are set aside:
// two lines with the same key are twins.
std::string TwinKey(std::string_view line, const NameBook& names);

}  // namespace meander
