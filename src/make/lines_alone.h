// Whether a line can stand by itself, among lines of other books: what readers of gradients laughed
// at (docs/measures-sentences.md), as rules.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "make/lines_rules.h"
#include "make/word_forms.h"

namespace meander {

// "Rack a camera.": begins with a verb's base form and is neither a question, nor a cry, nor a
// prohibition. "Fish are aquatic." and "Light filled the room." tell something.
bool IsOrder(std::string_view line, const WordForms& forms);

// "The latter was not going to retire.", "For so he calls me.": what it means was said before it.
// In a running text also what ends in "of it." or has something in "its" branches.
bool LeansOnOthers(std::string_view line, bool is_running, const WordForms& forms);

// "By the king.": no verb, or none with a subject ("Had a crazy dream.").
bool IsFragment(std::string_view line, const WordForms& forms);

// "Does not she, Jane?": a person of the work is called at its end, or it is short and persons are
// all that it has capitals for.
bool NeedsItsCast(std::string_view line, const NameBook& names);

// In how many sentences each word stands.
class WordCounts {
 public:
  void Count(std::string_view line);
  // Whether a word stands in this line, in no more than one other and in neither list (all in small
  // letters).
  bool HasRareWord(std::string_view line, const std::unordered_set<std::string>& common,
                   const std::unordered_set<std::string>& spoken) const;

 private:
  std::unordered_map<std::string, uint32_t> counts_;
};

}  // namespace meander
