// What is drawn: the river in its strip, or the same way on the map of all lines.
#pragma once

#include "canvas/scene.h"
#include "sentences/state.h"
#include "sentences/strip.h"

namespace meander {

// The strip's marks; `dots` from ShoreDots. `drawn` 0..1: how much of the river is there yet.
Scene StripScene(const SentencesState& state, const StripFrame& strip,
                 std::shared_ptr<const PointTable> dots, float drawn, bool names_things);
// "Where it ran".
Scene MapScene(const SentencesState& state, const View& view);
// How much of the river is drawn at `now_s`: it grows once, on a first visit.
float RiverDrawn(const SentencesState& state, double now_s, bool reduced_motion);

}  // namespace meander
