// The way as text: what Copy as poem copies, and one sentence for those who cannot see it.
#pragma once

#include <string>

#include "sentences/state.h"

namespace meander {

// Every line on its own, then whose they are.
std::string PoemOf(const SentencesState& state);
// Whose lines they are, in a sentence; empty where all are the reader's own.
std::string CreditOf(const SentencesState& state);
// "From “…” to “…” in seven lines of …"
std::string SentenceOf(const SentencesState& state);
// "From “…” to “…”", ends shortened.
std::string TitleOfWay(const SentencesState& state);

}  // namespace meander
