// The Sentences page: shell, river strip, lines, controls, dialogs.
#pragma once

#include "sentences/page_parts.h"

namespace meander {

Page SentencesPage(const SentencesState& state, const View& view);
// One sentence on the state of things, for the chart.
std::string StripSentence(const SentencesState& state);

}  // namespace meander
