// What is hit when: the one place where a pattern becomes time. Pure, so that page, file and tool
// play the same hits whoever asks, and however they cut the time into pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "audio/pattern.h"

namespace meander {

struct Note {
  double time_s = 0;
  int64_t step = 0;  // counted from where playing began; % step_count is the one in the pattern
  int track = 0;
  uint8_t loudness = 0;  // 1 to kLoudest, as the step says
  float pan = 0;         // -1 left to 1 right
  uint32_t pick = 0;  // which of the clips inside the ring, see PickAmong; of seed, track and step
};

// Where playing stands in the pattern: at_step (in straight sixteenths since playing began) is at
// at_s, and steps before next_step have been played. A beat from its start is Playhead{}.
struct Playhead {
  double at_s = 0;
  double at_step = 0;
  int64_t next_step = 0;
};

double StepLength_s(const Pattern& pattern);

// When a step is hit, swing included. What is due before playhead.at_s (after a change) is hit
// then.
double TimeOfStep(const Pattern& pattern, const Playhead& playhead, int64_t step);
// The step that is being played: the last one hit at or before time_s. -1 before the first.
int64_t StepAt(const Pattern& pattern, const Playhead& playhead, double time_s);

// Every hit in [from_s, to_s), in order of time, then track; the pattern comes round for ever. Any
// split of an interval gives the same hits, none twice and none lost. Of more than kLongestAsked_s
// only the first kLongestAsked_s are answered; times that are no numbers give none.
inline constexpr double kLongestAsked_s = 600;
std::vector<Note> NotesBetween(const Pattern& pattern, const Playhead& playhead, double from_s,
                               double to_s);
inline std::vector<Note> NotesBetween(const Pattern& pattern, double from_s, double to_s) {
  return NotesBetween(pattern, Playhead{}, from_s, to_s);
}

// Where playing stands when at `now_s` the pattern becomes another one (tempo, swing, steps): the
// place within the bar stays, no step is hit twice and none is left out.
Playhead AfterChange(const Pattern& before, const Playhead& playhead, double now_s);

// `pick` as one of `count` things, count > 0.
size_t PickAmong(uint32_t pick, size_t count);

}  // namespace meander
