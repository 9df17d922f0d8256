// Which answers the state as it stands takes, the most wanted first, and those that have come. One
// question at a time is asked; what is no longer wanted is cancelled.
#pragma once

#include <vector>

#include "inside/state.h"

namespace meander {

// One question each.
InsideQuestion PairWish(const InsideState& state, int layer, bool ghost);
InsideQuestion WordWish(const InsideState& state, size_t row, bool ghost);
InsideQuestion GridWish(const InsideState& state, bool second);
InsideQuestion GroupWish(const InsideState& state);
InsideQuestion GroupWish(const InsideState& state, int encoder_layer);
// What each word does for the closeness to the second sentence rather than the third.
InsideQuestion WhyWish(const InsideState& state, InsideWordMethod method);
// What the edit does to the closeness to the second, or the third.
InsideQuestion EditWish(const InsideState& state, bool to_third);
// The cell that Dictionary and Influence speak of: what is pinned, or the word that reaches
// farthest. nullopt: the grid has not come.
struct InsideCell {
  bool second = false;
  uint16_t unit = 1;
};
std::optional<InsideCell> CellOf(const InsideState& state);
InsideQuestion DictionaryWish(const InsideState& state, InsideCell cell);
InsideQuestion InfluenceWish(const InsideState& state, InsideCell cell);
// The neuron whose card is open.
InsideQuestion CardWish(const InsideState& state);
// The group that is taken out of both sentences; nullopt: none is.
std::optional<size_t> HiddenGroup(const InsideState& state);
// The layer of the encoder (0 … 5) whose neurons are grouped at this depth.
int GroupLayer(const InsideState& state);

std::vector<InsideQuestion> WishesOf(const InsideState& state);

// What is known of a question; nullptr: nothing yet.
const InsideKnown* KnownOf(const InsideState& state, const InsideQuestion& question);
template <class Answer>
const Answer* AnswerTo(const InsideState& state, const InsideQuestion& question) {
  const InsideKnown* known = KnownOf(state, question);
  return known != nullptr && known->answer ? std::get_if<Answer>(&*known->answer) : nullptr;
}
// Those asked for most: a row of Words, the row that leads, and "Why this one".
const InsideWordAnswer* WordAnswer(const InsideState& state, size_t row);
const InsideWordAnswer* LeadAnswer(const InsideState& state);
const InsideWordAnswer* WhyAnswer(const InsideState& state);
// What truly happens without each word, between the same two.
const InsideWordAnswer* WhyTruth(const InsideState& state);
// Asks for what is wanted most and is not here; nothing where all is.
Effects AskNext(InsideState& state);
// What is under way is what this view shows, not what might be looked at next.
bool IsForView(const InsideState& state);
// All that is wanted has come, or cannot.
bool HasAll(const InsideState& state);
// The sentence that stands in the way of the current view; empty: none.
std::string ProblemOf(const InsideState& state);

}  // namespace meander
