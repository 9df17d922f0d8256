// See known_lines.h.
#include "engine/known_lines.h"

namespace meander {

KnownLines::KnownLines(const LineSpace& space, const SmallWords& small_words,
                       std::function<std::string_view(uint32_t)> text_of, SpaceShares shares)
    : space_(space), small_words_(small_words), text_of_(std::move(text_of)), shares_(shares) {}

const KnownLine& KnownLines::Of(uint32_t line) {
  const auto [at, is_new] = known_.try_emplace(line);
  if (is_new) at->second = Know(space_.RowOf(line, shares_), text_of_(line));
  return at->second;
}

KnownLine KnownLines::Know(MixedRow row, std::string_view text) const {
  return {std::move(row), WordSetOf(text, &small_words_), LetterMarksOf(text)};
}

}  // namespace meander
