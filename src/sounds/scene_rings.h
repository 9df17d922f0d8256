// The rings of the beat on the map: where each stands, and what it looks like while it is hit, held
// or covered by another.
#pragma once

#include "canvas/room.h"
#include "sounds/beat_moment.h"
#include "sounds/scene.h"
#include "sounds/state.h"

namespace meander {

// A sound as its own loudness: 9 by 14 pixels at size 1.
EnvelopeMark EnvelopeAt(const SoundsState& state, uint32_t item, Paint paint, float size);
void AddRing(const SoundsState& state, const View& view, const BeatMoment& moment, int track,
             Scene& scene);
// Where the rings are, faint: two sounds are looked at, and nothing can be dragged meanwhile.
void AddFaintRings(const SoundsState& state, const View& view, Scene& scene);

}  // namespace meander
