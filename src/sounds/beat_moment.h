// What of the beat is heard at one moment: what map and grid show of it.
#pragma once

#include <array>

#include "canvas/room.h"
#include "sounds/state.h"

namespace meander {

inline constexpr double kSettle_s = 1.6;  // on a first visit rings find their sounds, steps fill

struct BeatMoment {
  int step = -1;     // that is heard; −1: none
  float place = -1;  // the same with the share of it that is over; −1: none
  std::array<float, kMostTracks> ages{1, 1, 1, 1, 1, 1, 1, 1};  // of last hits; 1: over
  float filled = 1;  // share of the steps that are drawn, from the left
  bool reduced_motion = false;
};

// As it is being played.
BeatMoment MomentNow(const SoundsState& state, const View& view);
// Of a picture: `at` of the way through the pattern; 1 and more: silent.
BeatMoment MomentOfPicture(const SoundsState& state, float at);

}  // namespace meander
