// The Sentences room's picture: the lines as a poem with the river at their left.
#pragma once

#include "canvas/figure.h"
#include "sentences/state.h"

namespace meander {

Figure SentencesFigure(const SentencesState& state, float width_px, float height_px);

}  // namespace meander
