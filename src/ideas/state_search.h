// Searching by title and by meaning; part of state.h's Apply.
#pragma once

#include "ideas/state.h"

namespace meander {

inline constexpr size_t kSearchRows = 8;

Effects TypeSearch(IdeasState& state, std::string_view text);
Effects ChooseSearchMode(IdeasState& state, SearchMode mode);
// Enter: opens the first answer.
Effects GoToFirst(IdeasState& state);
// With nothing left of it: the next search begins with an empty field.
Effects CloseSearch(IdeasState& state);
// The reader agreed to fetch the weights.
Effects AllowFetch(IdeasState& state);

// A reply to what was searched for, or to its trail; false: not ours.
bool TakeSearchReply(IdeasState& state, const Reply& reply, Effects& effects);
// Whether every article an answer speaks of is on this map: the engine may have been given another
// pack than this page's.
bool AreOnMap(const IdeasState& state, const std::vector<Neighbor>& neighbors);

// What is listed now, best first.
std::vector<uint32_t> SearchAnswers(const IdeasState& state);

}  // namespace meander
