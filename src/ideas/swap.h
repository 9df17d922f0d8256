// Which of two journeys is walked; for those who put another journey in the reader's hands.
#pragma once

#include "ideas/state.h"

namespace meander {

// Whose line is the magenta one changes; whose is whose does not. The caller asks for the article.
void SwapWalked(IdeasState& state);
// Before another journey comes: off the tour, and one's own is the one that is walked.
void MakeRoom(IdeasState& state);

}  // namespace meander
