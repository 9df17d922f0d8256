// What a reader brings while the map is open: a link pasted or typed into the address, a file or
// text dropped on the page. A second journey asks whether it lies over one's own or is opened
// instead. Part of state.h's Apply.
#pragma once

#include <optional>
#include <string_view>

#include "canvas/room.h"
#include "ideas/journey.h"

namespace meander {

struct IdeasState;

// Names of actions: brought (a text), second-over, second-open, second-leave.
Effects ApplyBrought(IdeasState& state, std::string_view action, std::string_view argument);
// A link that is none of this page's own earlier states.
Effects TakeLinkFromElsewhere(IdeasState& state, std::string_view payload);

// A tour, where `text` is a tour's file or link: opened, or refused in a sentence. nullopt: it is
// something else.
std::optional<Effects> TakeTourIn(IdeasState& state, std::string_view text);

}  // namespace meander
