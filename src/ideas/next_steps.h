// Where to go from here: three different offers, each a true neighbour of the open article.
#pragma once

#include <optional>

#include "ideas/state.h"

namespace meander {

struct NextSteps {
  std::optional<Neighbor> nearest;  // the nearest that has not been read
  std::optional<Neighbor>
      bridge;                    // half way back, on the map, to an earlier stop that lies far off
  uint32_t bridge_to = kNoItem;  // that stop's article
  std::optional<Neighbor> leap;  // near in truth, farthest on the map
};

// From the article's stored neighbours (fifty in the Wikipedia pack); nothing is offered twice.
NextSteps NextStepsOf(const IdeasState& state);

}  // namespace meander
