// Two journeys side by side as a ladder: a column each, what both went through tied across. Long
// ones fold to what they share. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "ideas/compare.h"
#include "ideas/journey.h"

namespace meander {

// One row of a column: a stop, or several that are folded away.
struct LadderRow {
  int place = 0;   // in the main line, from 0; of the first one where folded
  int folded = 0;  // stops that stand behind this row; 0: it is one stop
  uint32_t item = 0;
  bool is_tied = false;
};

struct Ladder {
  std::vector<LadderRow> own, other;
  std::vector<std::pair<int, int>> ties;  // rows of both columns that are the same idea
  bool is_folded = false;
};

inline constexpr size_t kMostUnfolded = 12;  // stops in a column

// `own`, `other`: the items of both main lines. `kept`: places that are shown besides the shared
// ones, of own and other.
Ladder MakeLadder(const std::vector<uint32_t>& own, const std::vector<uint32_t>& other,
                  const std::vector<SharedStop>& shared, std::pair<int, int> kept, bool unfolded);

enum class Order : uint8_t { kSame, kOpposite, kMixed };
// How the shared stops follow one another there, as against one's own order.
Order OrderOf(const std::vector<SharedStop>& shared);

}  // namespace meander
