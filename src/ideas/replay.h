// Replay: the journey's main line drawn again, hop by hop, at a pace of the reader's choosing. Part
// of state.h's Apply; time comes in through Advance.
#pragma once

#include <string_view>
#include <vector>

#include "canvas/room.h"

namespace meander {

struct IdeasState;

enum class Pace : uint8_t { kSlow, kMiddling, kFast };

struct Replay {
  bool is_open = false;
  bool is_playing = false;
  float at = 0;  // hops walked, 0 … number of hops; whole numbers are stops
  Pace pace = Pace::kMiddling;
  double last_s = -1;  // when `at` was last moved
  int told = -1;       // stop of the line last told to the reader
};

// Whether the reader of a figure has gone elsewhere than along its author's walk, or on from it:
// Play is the author's walk then.
bool HasLeftGiven(const IdeasState& state);
// Names of actions begin with "replay-": open, close, play, step ("1" or "-1"), to (0…1), pace.
Effects ApplyReplay(IdeasState& state, std::string_view action, std::string_view argument);
// When the journey has changed: a replay of a line without hops ends, one that stood beyond the end
// of a shorter line stands there.
void HoldReplay(IdeasState& state);
// Moves the film on; true while it runs. Reduced motion cuts from stop to stop, 1.2 s each.
bool AdvanceReplay(IdeasState& state, double now_s, bool reduced_motion);
// What follows from a stop having been reached: the camera, the words.
Effects TellReplay(IdeasState& state);

// Seconds a hop takes at the middling pace: by its true length, ten seconds in all at most.
std::vector<double> HopSeconds(const IdeasState& state);

}  // namespace meander
