// What WordNet knows of words as words: which are verbs, in which of their forms, and which are
// adjectives.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "base/error.h"

namespace meander {

// All words in small letters.
class WordForms {
 public:
  // The texts of WordNet's data.verb and data.adj; kCorrupt where either holds no word.
  static Result<WordForms> Read(std::string_view verbs, std::string_view adjectives);

  bool empty() const { return verbs_.empty(); }
  bool IsVerb(std::string_view word) const;       // as it stands in a dictionary
  bool IsAdjective(std::string_view word) const;  // the same
  // is, hath, couldn't, there's, we'll
  static bool IsAuxiliary(std::string_view word);
  // A past that is no base form: walked, went, lay
  bool IsPast(std::string_view word) const;
  // Any form at all, those of auxiliaries and old ones (goest, maketh) included.
  bool IsForm(std::string_view word) const;

 private:
  bool HasStem(std::string_view word, std::string_view ending) const;

  std::unordered_set<std::string> verbs_, adjectives_;
};

}  // namespace meander
