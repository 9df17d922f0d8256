// The key of the map: what the reader chose to see on it. Part of state.h's Apply; list and chart
// share it.
#pragma once

#include <cstdint>
#include <string_view>

#include "canvas/room.h"

namespace meander {

struct IdeasState;

// Bit t: topic t, in the design's order, is wanted; 0: all are.
using TopicFilter = uint16_t;

// Whether `item` (of the map, which is complete) has a topic that is wanted; several join by "or".
bool IsWanted(const IdeasState& state, uint32_t item);
// The same for a topic, 0 … kTopicCount − 1.
bool IsTopicWanted(TopicFilter filter, int topic);
// How many items are.
uint32_t CountWanted(const IdeasState& state);

// Names of actions begin with "map-": topic (argument: its index; wants it as well, or no longer),
// all (whatever the topic).
Effects ApplyMapKey(IdeasState& state, std::string_view action, std::string_view argument);

}  // namespace meander
