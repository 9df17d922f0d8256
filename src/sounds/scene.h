// What the room of sounds draws: land, envelopes, rings and the line between them.
#pragma once

#include <memory>
#include <vector>

#include "canvas/room.h"
#include "sounds/beat_moment.h"
#include "sounds/state.h"

namespace meander {

// The places of all sounds with the hues of their regions, filtered ones dimmed.
std::shared_ptr<const PointTable> SoundDots(const SoundsState& state, uint64_t version);
// Everything but the names.
Scene SoundsMarks(const SoundsState& state, const View& view,
                  std::shared_ptr<const PointTable> dots, const BeatMoment& moment);
// Names of regions, then of sounds by importance: what PlanLabels takes.
std::vector<LabelMark> SoundNames(const SoundsState& state, float region_px);
// Names beside rings, which keep off `boxes` and are added to them. `letter_px`: the type's size in
// a letter, where a ring has one name; 0: as on the page.
std::vector<LabelMark> RingNames(const SoundsState& state, const View& view,
                                 std::vector<Rect>& boxes, float letter_px = 0);
// Where a ring stands now: on its sound, or where the finger holds it.
Point2 RingPlace(const SoundsState& state, int track);
float RingRadius_px(const View& view);

}  // namespace meander
