// Which answers the state as it stands takes, the most wanted first, and those that have come. One
// question at a time is asked; what is no longer wanted is cancelled, but for a look at a stroke
// under the pen, which would else never be answered.
#pragma once

#include <vector>

#include "drawings/state.h"

namespace meander {

DrawingsQuestion DrawingLookWish(const DrawingsState& state);
// What groups and strokes are asked about. a: what the network itself sees first, also where its
// ghost is asked; kNoSign: it has not looked yet. b: what a is asked against; kNoSign: nothing, a
// is asked about by itself.
struct SignPair {
  uint16_t a = kNoSign, b = kNoSign;
};
SignPair SignsAsked(const DrawingsState& state);
DrawingsQuestion DrawingGroupWish(const DrawingsState& state);
DrawingsQuestion DrawingStrokeWish(const DrawingsState& state);
std::vector<DrawingsQuestion> DrawingWishes(const DrawingsState& state);

const DrawingKnown* DrawingKnownOf(const DrawingsState& state, const DrawingsQuestion& question);
// What the page shows, by the network or its ghost, whichever is on: the look at the sheet; while
// the pen is down, and for half a second after a change, the last one there was, which may be of
// other ink. nullptr where nothing is drawn, or nothing has come.
const DrawingsLookAnswer* DrawingSeen(const DrawingsState& state);
// By the same, of the sheet as it is and nothing older; without the stroke under the pen.
const DrawingsLookAnswer* DrawingSeenNow(const DrawingsState& state);
// The same, by the network itself also where the ghost is on.
const DrawingsLookAnswer* TrainedSeenNow(const DrawingsState& state);
const DrawingsGroupAnswer* DrawingGroupsSeen(const DrawingsState& state);
const DrawingsStrokeAnswer* StrokesSeen(const DrawingsState& state);

// The place that is spoken of at the look's layer: what is pinned or pointed at, taken over from
// other layers, or the one that fires most.
std::optional<uint16_t> PlaceOfDrawing(const DrawingsState& state);
// The same spot on another layer's grid: by its middle.
uint16_t PlaceOnDrawnLayer(uint8_t from_layer, uint16_t place, uint8_t to_layer);
// The group that fires most at each place of the look's layer, each by what it is at its strongest;
// −1: none does. There is at least one group (DrawingGroupsSeen).
std::vector<int> LeadingDrawingGroups(const DrawingsGroupAnswer& groups);

// Asks for what is wanted most and is not here; nothing where all is.
Effects AskDrawings(DrawingsState& state);
// All that is wanted has come, or cannot.
bool HasAllDrawings(const DrawingsState& state);
// The sentence that stands in the way; empty: none.
std::string DrawingProblem(const DrawingsState& state);

}  // namespace meander
