// The key of the map: what the reader chose to see on it. Part of state.h's Apply; list and chart
// share it.
#pragma once

#include <cstdint>
#include <string_view>

#include "canvas/room.h"
#include "ideas/link.h"
#include "ideas/map.h"

namespace meander {

struct IdeasState;

// Whether `item` (of the map, which is complete) has a topic that is wanted; several join by "or".
bool IsWanted(const IdeasState& state, uint32_t item);
// How many items are.
uint32_t CountWanted(const IdeasState& state);

// What a link says of all this, and how it comes back.
SharedLook LookOf(const IdeasState& state);
Effects TakeLook(IdeasState& state, const SharedLook& look);

// Names of actions begin with "map-": key (opens and closes it), topic (argument: its index; wants
// it as well, or no longer), all (whatever the topic), tint ("topics" or "trust"), layout
// ("one-land" or "islands").
Effects ApplyMapKey(IdeasState& state, std::string_view action, std::string_view argument);

}  // namespace meander
