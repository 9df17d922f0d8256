// What a search has to know of a line, found once.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

#include "space/line_space.h"
#include "text/letter_marks.h"
#include "text/word_set.h"

namespace meander {

struct KnownLine {
  MixedRow row;
  WordSet words;
  LetterMarks letters;
};

class KnownLines {
 public:
  // `space`, `small_words` and what `text_of` answers must outlive it.
  KnownLines(const LineSpace& space, const SmallWords& small_words,
             std::function<std::string_view(uint32_t)> text_of, SpaceShares shares);

  // A line of the space, or one that was put in.
  const KnownLine& Of(uint32_t line);
  void Put(uint32_t line, KnownLine known) { known_[line] = std::move(known); }
  // Of a line that is given.
  KnownLine Know(MixedRow row, std::string_view text) const;

 private:
  const LineSpace& space_;
  const SmallWords& small_words_;
  const std::function<std::string_view(uint32_t)> text_of_;
  const SpaceShares shares_;
  std::map<uint32_t, KnownLine> known_;
};

}  // namespace meander
