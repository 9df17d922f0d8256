// A walk between two items along roads: for every number of steps there is one whose weakest step
// is as close as it can be; the dial from direct to scenic chooses among them.
#pragma once

#include <cstdint>
#include <vector>

#include "base/error.h"
#include "space/roads.h"

namespace meander {

inline constexpr size_t kMaxWalkItems = 16;  // that may be named in via or avoid
inline constexpr int kMostWalkSteps = 24;    // between two named items

struct WalkQuestion {
  uint32_t from = 0;
  uint32_t to = 0;
  std::vector<uint32_t> via;  // in this order
  std::vector<uint32_t> avoid;
  float scenic = 0.15f;  // 0: fewest steps … 1: closest steps
  friend bool operator==(const WalkQuestion&, const WalkQuestion&) = default;
};

struct Walk {
  std::vector<uint32_t> items;       // from … to, none twice unless a via leaves no other way
  std::vector<uint8_t> closenesses;  // one a step: of items[i] and items[i + 1]
  int weakest = -1;                  // step with the smallest closeness, the first of equals
  int fewest_steps = 0;              // at the dial's direct end
  int most_steps = 0;                // at its scenic end
  friend bool operator==(const Walk&, const Walk&) = default;
};

// Among all walks of at most the dial's number of steps: one whose weakest step is closest and,
// among those, whose sum of (1 − cosine)⁴ is least, so that the other weak steps count too (ties:
// fewer steps, then smaller items). The dial's ends are the fewest steps there are, and the fewest
// beyond which neither can be bettered (at most kMostWalkSteps between named items). Bottleneck
// paths by dynamic programming over the number of steps, after Bellman (1958): O(steps · roads).
// kInvalidInput: an item out of range, too many of them, from = to, or an end that is to be
// avoided. kNotFound: no walk.
Result<Walk> FindWalk(const RoadMap& map, const WalkQuestion& question);

}  // namespace meander
