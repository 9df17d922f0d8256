// The words that a host page and a tour in its frame exchange; docs/tours.md lists them. Every
// message is an object with "meander": 1 and a "type".
#pragma once

#include <string_view>

#include "canvas/room.h"
#include "ideas/tour.h"

namespace meander {

inline constexpr int kHostMessageVersion = 1;

// {"type": "ready", "title", "stops": ["Ship", …]}: the map is there, and the tour that was asked
// for, if one was; without a tour the list is empty.
Effects TellHostReady(const IdeasState& state);
// {"type": "stop", "stop": 3, "of": 7, "idea": "Longitude"}: shown now. Nothing while the reader is
// off the tour: where they go is theirs.
Effects TellHostStop(const IdeasState& state);
// {"type": "error", "text"}: what was asked for cannot be.
Effects TellHostFault(const Error& error);

// The text of a tour's file, wherever it came from.
Effects TakeTourText(IdeasState& state, std::string_view text, TourSource source, bool is_on);

}  // namespace meander
