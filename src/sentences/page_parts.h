// The parts of the Sentences page one file makes for another.
#pragma once

#include "canvas/page_parts.h"
#include "sentences/state.h"

namespace meander {

PageNode WayPart(const SentencesState& state, const View& view);       // both ends and the lines
PageNode BarPart(const SentencesState& state, const View& view);       // play, knob, sheet
PageNode ControlsPart(const SentencesState& state, const View& view);  // puck, route, presets, …
PageNode SentencesHelpPart(const SentencesState& state);
PageNode ReadOnPart(const SentencesState& state);
PageNode OwnTextPart(const SentencesState& state);
PageNode SentencesListPart(const SentencesState& state);
// The words of a line, each an element of its own, with what it shares with its neighbours.
void AddWords(const SentencesState& state, int stop, PageNode& into);
// Arcs from words to those that rhyme with them a line below, where sound is what counts.
void AddRhymes(const SentencesState& state, PageNode& into);

}  // namespace meander
