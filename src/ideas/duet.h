// Two journeys replayed side by side: together, both by the share of their hops, or one after the
// other. Part of compare.h's actions; time comes in through Advance.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "canvas/room.h"
#include "ideas/journey.h"

namespace meander {

struct IdeasState;

struct Duet {
  bool is_open = false;     // the pane shows both
  bool is_swapped = false;  // theirs is walked: it is state.journey, and state.other one's own
  bool is_unfolded = false;
  bool shows_theirs = false;  // on the one track of a phone
  bool is_playing = false;
  bool in_turn = false;
  float at = 1;                            // 0…1; 0…2 in turn, yours first
  double last_s = -1;                      // when `at` was last moved
  RequestId request = 0;                   // closeness of all pairs, where nothing is shared
  std::vector<std::pair<int, int>> asked;  // places of both lines it will tell
  std::pair<int, int> nearest{-1, -1};     // places; -1: not known, or not wanted
};

const Journey& OwnOf(const IdeasState& state);          // whichever of the two is walked
const Journey& TheirsOf(const IdeasState& state);       // only with state.other
std::vector<uint32_t> ItemsOf(const Journey& journey);  // of its main line

// How much of one's own line, and of theirs, is drawn: 0…1.
float OwnShare(const Duet& duet);
float TheirShare(const Duet& duet);
// Whether the two are being looked at just now.
bool ShowsDuet(const IdeasState& state);

// Of compare.h's actions: play, step ("1", "-1"), to (0…1), turn ("together", "in-turn").
Effects PlayDuet(IdeasState& state, std::string_view argument);
Effects StepDuet(IdeasState& state, std::string_view argument);
Effects SeekDuet(IdeasState& state, std::string_view argument);
Effects TurnDuet(IdeasState& state, std::string_view argument);
// Moves the film on; true while it runs. Reduced motion cuts from stop to stop, 1.2 s each.
bool AdvanceDuet(IdeasState& state, double now_s, bool reduced_motion);

}  // namespace meander
