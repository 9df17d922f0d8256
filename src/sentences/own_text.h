// Lines of the reader's own text: read in the engine, searched beside the shelves, never sent.
#pragma once

#include <string_view>

#include "sentences/state.h"

namespace meander {

// The text itself: pasted, dropped or of a file.
Effects ReadOwnText(SentencesState& state, std::string_view text);
// What has been read stays.
Effects CancelOwnText(SentencesState& state, std::string_view);
// Asks anew, now that other lines of the reader's own are there.
Effects SearchOwnText(SentencesState& state);
Effects ForgetOwnText(SentencesState& state, std::string_view);
// "shelves", "own" or "both": where lines may come from.
Effects ChooseStock(SentencesState& state, std::string_view stock);

}  // namespace meander
