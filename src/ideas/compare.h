// Two journeys on one map: the reader's own and one that came by link. Nothing is merged or lost:
// either can be the one that is walked, the other lies beside it, dotted.
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

// Lays `other` over the journey and opens the view of both.
Effects Compare(IdeasState& state, Journey other);
// Articles that both main lines go through, in the order of one's own; each once.
std::vector<SharedStop> SharedStops(const IdeasState& state);
// "You share 3 of your stops." and the like, as one sentence.
std::string CompareSentence(const IdeasState& state);
// The same at length: what is shared, in which order, and from where each came to the first of it;
// where nothing is, which two stops are nearest.
std::string MeetingText(const IdeasState& state);
// The name that came with the other journey, in quotes; else words for it. `empty` is said without
// a name.
std::string OtherNameOr(const IdeasState& state, std::string_view empty);
// "Yours and “Lines and songs”".
std::string CompareTitle(const IdeasState& state);
// Whether both lines go through `item` and are being looked at.
bool IsMeeting(const IdeasState& state, uint32_t item);

// The reply to the question which two stops are nearest; false: not ours.
bool TakeNearest(IdeasState& state, const Reply& reply, Effects& effects);

// Names of actions begin with "other-": away, walk (swap whose is walked), open and close (the view
// of both), play, step, to, turn, point, visit, unfold, whose (track on a phone), keep
// (theirs, here).
Effects ApplyCompare(IdeasState& state, std::string_view action, std::string_view argument);

}  // namespace meander
