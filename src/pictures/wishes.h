// Which answers the state as it stands takes, the most wanted first, and those that have come. One
// question at a time is asked; what is no longer wanted is cancelled.
#pragma once

#include <vector>

#include "pictures/state.h"

namespace meander {

// Without the pixels of the reader's own photo, which no wish is told apart by: there is one such
// photo, and the answers about it go with it.
PictureRef RefOf(const PicturesState& state, bool ghost);
// One question each.
PicturesQuestion LookWish(const PicturesState& state);
PicturesQuestion ShippedLookWish(const PicturesState& state);  // beside another network's
PicturesQuestion GroupWish(const PicturesState& state);
PicturesQuestion ShareWish(const PicturesState& state, PictureMethod method);
PicturesQuestion CellWish(const PicturesState& state);
PicturesQuestion UnitWish(const PicturesState& state);
PicturesQuestion RaceWish(const PicturesState& state);

// What of the network's looks is asked about. Before it has looked: nothing.
struct ClassPair {
  uint16_t a = 0, b = kNoClass;
};
std::optional<ClassPair> ClassesAsked(const PicturesState& state);
// The place that is spoken of at the look's layer: what is pinned or pointed at, taken over from
// other layers, or the one that fires most.
std::optional<uint16_t> PlaceOf(const PicturesState& state);
// The same spot on another layer's grid: by its middle.
uint16_t PlaceOnLayer(uint8_t from_layer, uint16_t place, uint8_t to_layer);
// The channel that Units and the channel slice speak of.
struct ShownUnit {
  uint8_t layer = kPictureDefaultLayer;
  uint16_t channel = 0;
};
std::optional<ShownUnit> UnitOf(const PicturesState& state);

std::vector<PicturesQuestion> PictureWishes(const PicturesState& state);

// What is known of it, a new entry where nothing is.
PictureKnown& PictureEntry(PicturesState& state, const PicturesQuestion& question);
const PictureKnown* PictureKnownOf(const PicturesState& state, const PicturesQuestion& question);
template <class Answer>
const Answer* PictureAnswerTo(const PicturesState& state, const PicturesQuestion& question) {
  const PictureKnown* known = PictureKnownOf(state, question);
  return known != nullptr && known->answer ? std::get_if<Answer>(&*known->answer) : nullptr;
}
const PicturesLookAnswer* LookSeen(const PicturesState& state);
const PicturesGroupAnswer* GroupsSeen(const PicturesState& state);
// The same where it has the flow; null: none is looked at, or it has not come yet.
const PicturesGroupAnswer* FlowSeen(const PicturesState& state);
const PicturesShareAnswer* SharesSeen(const PicturesState& state);  // by the look's method
const PicturesCellAnswer* CellSeen(const PicturesState& state);
const PicturesUnitAnswer* UnitSeen(const PicturesState& state);
const PicturesRaceAnswer* RaceSeen(const PicturesState& state);

// Asks for what is wanted most and is not here; nothing where all is.
Effects AskPictures(PicturesState& state);
// What is under way is what this view shows.
bool IsPictureWorkForView(const PicturesState& state);
// All that is wanted has come, or cannot.
bool HasAllPictures(const PicturesState& state);
// The sentence that stands in the way of the current view; empty: none.
std::string PictureProblem(const PicturesState& state);

}  // namespace meander
