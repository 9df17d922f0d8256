// A line as the set of its words, to tell whether two lines say nearly the same.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace meander {

// The words of `line`: letters with apostrophes inside, a view each.
std::vector<std::string_view> WordsOf(std::string_view line);
// A number for a word, whatever its case; typographic apostrophes count as straight ones.
uint32_t NumberOfWord(std::string_view word);

// The words that some lines write small: a capital at a line's begin is then no name.
class SmallWords {
 public:
  void Note(std::string_view line);
  void Sort();  // after the last Note()
  bool Has(uint32_t number) const;
  size_t size() const { return numbers_.size(); }

 private:
  std::vector<uint32_t> numbers_;
  size_t sorted_ = 0;  // how many of them are in order, each once
};

// Numbers of a line's words, ascending, none twice. "don't" counts as "do not" and so on; he and
// she are one word, and so are all names: words with a capital that is not due to their place, or
// that `small` (if given) does not know. Never I.
using WordSet = std::vector<uint32_t>;
WordSet WordSetOf(std::string_view line, const SmallWords* small = nullptr);

// Words of both, as a share of words of either: Jaccard (1901), in hundredths, rounded down. Two
// empty sets: 0.
int SharedWords(const WordSet& a, const WordSet& b);
// Two lines of which no way should hold both: half the words of either are of both, or four fifths
// of the shorter one's (of three words or more) are in the longer one.
bool AreTwins(const WordSet& a, const WordSet& b);

// A capital in a line that is not its first letter and not of "I": probably a name.
bool HasName(std::string_view line);

}  // namespace meander
