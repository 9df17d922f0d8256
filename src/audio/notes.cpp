// See notes.h. The time of a step is computed from its number alone, never by adding up, so that it
// is the same number whatever interval is asked for.
#include "audio/notes.h"

#include <algorithm>
#include <cmath>

#include "base/rng.h"

namespace meander {
namespace {

constexpr double kFurthest_s = 1e9;

// Where a step stands among straight sixteenths.
double PlaceOf(const Pattern& pattern, int64_t step) {
  const double late = step % 2 != 0 ? pattern.swing_percent / 200.0 : 0;
  return static_cast<double>(step) + late;
}

uint32_t PickOf(uint32_t seed, int track, int64_t step) {
  Rng rng(uint64_t{seed} << 32 ^ static_cast<uint64_t>(step) << 4 ^ static_cast<uint64_t>(track));
  return static_cast<uint32_t>(rng.Next() >> 32);
}

}  // namespace

double StepLength_s(const Pattern& pattern) {
  return 15.0 / std::clamp(pattern.tempo_bpm, kSlowest_bpm, kFastest_bpm);
}

double TimeOfStep(const Pattern& pattern, const Playhead& playhead, int64_t step) {
  const double since_s = (PlaceOf(pattern, step) - playhead.at_step) * StepLength_s(pattern);
  return std::max(playhead.at_s, playhead.at_s + since_s);
}

int64_t StepAt(const Pattern& pattern, const Playhead& playhead, double time_s) {
  if (!(std::abs(time_s) < kFurthest_s)) return -1;
  const double place = playhead.at_step + (time_s - playhead.at_s) / StepLength_s(pattern);
  // One too many, then back to the last that has been hit: swing moves a step by less than one.
  auto step = std::max<int64_t>(static_cast<int64_t>(std::floor(place)) + 1, playhead.next_step);
  while (step >= playhead.next_step && TimeOfStep(pattern, playhead, step) > time_s) --step;
  return std::max<int64_t>(step, -1);
}

std::vector<Note> NotesBetween(const Pattern& pattern, const Playhead& playhead, double from_s,
                               double to_s) {
  std::vector<Note> notes;
  const bool is_asked = std::abs(from_s) < kFurthest_s && to_s > from_s && pattern.step_count > 0 &&
                        pattern.step_count <= kMostBeatSteps;
  if (!is_asked) return notes;
  to_s = std::min(to_s, from_s + kLongestAsked_s);
  const double place = playhead.at_step + (from_s - playhead.at_s) / StepLength_s(pattern);
  // Two before, so that neither swing nor rounding leaves one out; the exact time decides below.
  int64_t step = std::max<int64_t>(static_cast<int64_t>(std::floor(place)) - 2, playhead.next_step);
  step = std::max<int64_t>(step, 0);
  // What was due before the change is hit at it; where that is asked for, begin there.
  if (from_s <= playhead.at_s) step = std::max<int64_t>(playhead.next_step, 0);
  for (;; ++step) {
    const double time_s = TimeOfStep(pattern, playhead, step);
    if (time_s >= to_s) break;
    if (time_s < from_s) continue;
    const auto at = static_cast<size_t>(step % pattern.step_count);
    for (int track = 0; track < static_cast<int>(pattern.tracks.size()); ++track) {
      const Track& played = pattern.tracks[static_cast<size_t>(track)];
      if (played.steps[at] == 0 || !IsHeard(pattern, track)) continue;
      notes.push_back({.time_s = time_s,
                       .step = step,
                       .track = track,
                       .loudness = played.steps[at],
                       .pan = static_cast<float>(played.pan) / kMostPan,
                       .pick = PickOf(pattern.seed, track, step)});
    }
  }
  return notes;
}

Playhead AfterChange(const Pattern& before, const Playhead& playhead, double now_s) {
  Playhead after;
  after.at_s = now_s;
  after.at_step = playhead.at_step + (now_s - playhead.at_s) / StepLength_s(before);
  int64_t next = std::max<int64_t>(static_cast<int64_t>(std::floor(after.at_step)) - 1, 0);
  next = std::max(next, playhead.next_step);
  while (TimeOfStep(before, playhead, next) < now_s) ++next;
  after.next_step = next;
  return after;
}

size_t PickAmong(uint32_t pick, size_t count) {
  return static_cast<size_t>((uint64_t{pick} * count) >> 32);
}

}  // namespace meander
