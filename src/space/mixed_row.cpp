// Rows that steps are measured with; a file of its own, since few are made and many are compared:
// compiled for size.
#include <cmath>

#include "space/line_space.h"
#include "space/whole.h"

namespace meander {

MixedRow LineSpace::Mix(std::span<const float> meaning, const GramCode& spelling,
                        const GramCode& sound, SpaceShares shares) const {
  MixedRow row;
  if (shares.meaning > 0) {
    double squares = 0;
    for (const float value : meaning) squares += double{value} * value;
    const double factor =
        squares > 0 ? kMixedOne * std::sqrt(shares.meaning / 100.0) / std::sqrt(squares) : 0;
    for (const float value : meaning) row.push_back(static_cast<int16_t>(Round(value * factor)));
  }
  const auto append = [&](const GramCode& code, int share) {
    if (share == 0) return;
    const double length = LengthOf(code);
    const double factor = length > 0 ? kMixedOne * std::sqrt(share / 100.0) / length : 0;
    for (const int8_t value : code) row.push_back(static_cast<int16_t>(Round(value * factor)));
  };
  append(spelling, shares.spelling);
  append(sound, shares.sound);
  row.resize((row.size() + 15) / 16 * 16);
  return row;
}

MixedRow LineSpace::RowOf(uint32_t line, SpaceShares shares) const {
  std::vector<float> meaning;
  if (shares.meaning > 0) {
    meaning = RowOfCodes(book_, std::span(codes_).subspan(size_t{line} * book_.parts, book_.parts));
  }
  return Mix(meaning, shares.spelling > 0 ? spelling_[line] : GramCode{},
             shares.sound > 0 ? sound_[line] : GramCode{}, shares);
}

MixedRow LineSpace::RowOf(const LineQuery& query, SpaceShares shares) const {
  return Mix(query.meaning, query.spelling, query.sound, shares);
}

}  // namespace meander
