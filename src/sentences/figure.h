// The Sentences room's picture: the lines as a poem with the river at their left.
#pragma once

#include "canvas/figure.h"
#include "sentences/state.h"

namespace meander {

// `at`: how far the lines have been read, for pictures that move; 1: all of them.
Figure SentencesFigure(const SentencesState& state, float width_px, float height_px, float at = 1);

// What a figure in somebody's page shows before anybody clicks: the same, with nothing to do in it.
Figure SentencesPoster(const SentencesState& state, float width_px, float height_px);

}  // namespace meander
