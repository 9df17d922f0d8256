// Where to go from here: three different offers, each a true neighbour of the open article.
#pragma once

#include <optional>

#include "ideas/state.h"

namespace meander {

struct NextSteps {
  std::optional<Neighbor> nearest;  // the nearest that has not been read
  std::optional<Neighbor> bridge;   // into another topic that the journey has been in, unread
  std::optional<Neighbor> leap;  // near in truth, in a topic not yet visited, farthest on the map
};

// From the article's stored neighbours (fifty in the Wikipedia pack); nothing is offered twice.
NextSteps NextStepsOf(const IdeasState& state);

}  // namespace meander
