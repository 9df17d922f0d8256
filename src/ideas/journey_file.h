// A journey as a small JSON file, for keeping and sending: titles, so that a person can read it.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "ideas/journey.h"
#include "ideas/map.h"

namespace meander {

// {"meander": "journey", "version": 1, "name": …, "current": 2, "stops": [{"title": …, "from":
// 0}…]}; "from" is the place of the stop it was reached from, absent for a start.
std::string WriteJourneyFile(const Journey& journey, const IdeaMap& map);
// kCorrupt, kTooNew or kNotFound with a sentence. Stops of unknown titles are left out, what hung
// on them hangs on what came before.
Result<Journey> ReadJourneyFile(std::string_view text, const IdeaMap& map);

}  // namespace meander
