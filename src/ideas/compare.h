// Two journeys on one map: the reader's own and one that came by link. Nothing is merged or lost.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "canvas/room.h"
#include "ideas/journey.h"

namespace meander {

struct IdeasState;

struct SharedStop {
  uint32_t item = 0;
  int own_place = 0;  // in the main lines, from 0
  int other_place = 0;
};

// Lays `other` over the journey.
Effects Compare(IdeasState& state, Journey other);
// Articles that both main lines go through, in the order of one's own; each once.
std::vector<SharedStop> SharedStops(const IdeasState& state);
// "You share 3 of your stops." and the like, as one sentence.
std::string CompareSentence(const IdeasState& state);

// Names of actions begin with "other-": away, walk (swap whose is walked).
Effects ApplyCompare(IdeasState& state, std::string_view action, std::string_view argument);

}  // namespace meander
