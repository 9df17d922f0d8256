// What is hit when, for any beat and any way of cutting time into pieces.
#include "audio/notes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "random_pattern.h"

namespace meander {
namespace {

bool Same(const Note& a, const Note& b) {
  return a.time_s == b.time_s && a.step == b.step && a.track == b.track &&
         a.loudness == b.loudness && a.pan == b.pan && a.pick == b.pick;
}
bool Same(const std::vector<Note>& a, const std::vector<Note>& b) {
  return std::ranges::equal(a, b, [](const Note& x, const Note& y) { return Same(x, y); });
}

Pattern EveryStep(int tempo_bpm, int swing_percent = 0) {
  Pattern pattern;
  pattern.tempo_bpm = tempo_bpm;
  pattern.swing_percent = swing_percent;
  pattern.tracks.resize(1);
  for (int step = 0; step < kBarSteps; ++step)
    pattern.tracks[0].steps[static_cast<size_t>(step)] = 5;
  return pattern;
}

std::vector<int64_t> StepsOf(const std::vector<Note>& notes) {
  std::vector<int64_t> steps;
  for (const Note& note : notes) steps.push_back(note.step);
  return steps;
}

TEST(Notes, AStraightBarIsSixteenEvenHits) {
  const auto notes = NotesBetween(EveryStep(120), 0, 2);
  ASSERT_EQ(notes.size(), 16u);
  for (size_t i = 0; i < 16; ++i) EXPECT_DOUBLE_EQ(notes[i].time_s, 0.125 * static_cast<double>(i));
}

TEST(Notes, SwingMakesEverySecondOneLateUpToTriplets) {
  const auto notes = NotesBetween(EveryStep(120, 66), 0, 0.5);
  ASSERT_EQ(notes.size(), 4u);
  EXPECT_DOUBLE_EQ(notes[1].time_s, 0.125 * 1.33);
  EXPECT_DOUBLE_EQ(notes[2].time_s, 0.25);
  EXPECT_DOUBLE_EQ(notes[3].time_s, 0.125 * 3.33);
}

TEST(Notes, BoundsAreHalfOpen) {
  const Pattern pattern = EveryStep(120);
  EXPECT_EQ(StepsOf(NotesBetween(pattern, 0.125, 0.25)), std::vector<int64_t>{1});
  EXPECT_EQ(StepsOf(NotesBetween(pattern, 0.25, std::nextafter(0.25, 1))), std::vector<int64_t>{2});
  EXPECT_TRUE(NotesBetween(pattern, 0.25, 0.25).empty());
  EXPECT_TRUE(NotesBetween(pattern, -5, 0).empty());
}

TEST(Notes, ThePatternComesRoundAndPicksGoOn) {
  Pattern pattern = EmptyPattern();
  pattern.seed = 9;
  ToggleStep(pattern, 2, 5);
  const auto notes = NotesBetween(pattern, 0, 8 * pattern.step_count * StepLength_s(pattern));
  ASSERT_EQ(notes.size(), 8u);
  for (size_t i = 0; i < 8; ++i) EXPECT_EQ(notes[i].step, static_cast<int64_t>(5 + 16 * i));
  std::vector<uint32_t> picks;
  for (const Note& note : notes) picks.push_back(note.pick);
  std::ranges::sort(picks);
  EXPECT_EQ(std::ranges::unique(picks).size(), 0u);
  pattern.seed = 10;
  EXPECT_NE(NotesBetween(pattern, 0, 2).front().pick, notes.front().pick);
}

TEST(Notes, WhatATrackSaysIsInItsNotes) {
  Pattern pattern = EmptyPattern();
  SetLoudness(pattern, 1, 0, 3);
  pattern.tracks[1].pan = -7;
  pattern.tracks[1].pitch_semitones = 12;
  const auto notes = NotesBetween(pattern, 0, 0.01);
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_EQ(notes[0].track, 1);
  EXPECT_EQ(notes[0].loudness, 3);
  EXPECT_EQ(notes[0].pan, -1);
  pattern.tracks[1].mute = true;
  EXPECT_TRUE(NotesBetween(pattern, 0, 10).empty());
}

// How many there must be is counted another way: step by step from the pattern.
TEST(Notes, AnySplitOfAnyBeatGivesTheSameNotes) {
  Rng rng(1);
  for (int i = 0; i < 10'000; ++i) {
    const Pattern pattern = RandomPattern(rng);
    const double from_s = rng.Unit() * 20, to_s = from_s + rng.Unit() * 6;
    const auto whole = NotesBetween(pattern, from_s, to_s);
    std::vector<Note> parts;
    double at_s = from_s;
    while (at_s < to_s) {
      // Now and then exactly at a hit, where a wrong bound would show.
      double next_s = at_s + rng.Unit() * 0.7;
      if (rng.Below(3) == 0 && !whole.empty()) {
        next_s = whole[rng.Below(static_cast<uint32_t>(whole.size()))].time_s;
      }
      next_s = std::clamp(next_s, at_s, to_s);
      if (next_s == at_s) next_s = std::nextafter(at_s, 1e9);
      const auto part = NotesBetween(pattern, at_s, next_s);
      parts.insert(parts.end(), part.begin(), part.end());
      at_s = next_s;
    }
    ASSERT_TRUE(Same(whole, parts)) << i;
    std::vector<std::pair<int64_t, int>> keys;
    for (const Note& note : whole) {
      ASSERT_GE(note.time_s, from_s);
      ASSERT_LT(note.time_s, to_s);
      keys.emplace_back(note.step, note.track);
    }
    ASSERT_TRUE(std::ranges::is_sorted(whole, {}, &Note::time_s));
    ASSERT_EQ(std::ranges::adjacent_find(keys, std::greater_equal{}), keys.end()) << i;
    size_t expected = 0;
    for (int64_t step = 0; step < 500; ++step) {
      const double time_s = TimeOfStep(pattern, {}, step);
      if (time_s < from_s || time_s >= to_s) continue;
      for (int track = 0; track < static_cast<int>(pattern.tracks.size()); ++track) {
        const auto& steps = pattern.tracks[static_cast<size_t>(track)].steps;
        expected +=
            steps[static_cast<size_t>(step % pattern.step_count)] > 0 && IsHeard(pattern, track);
      }
    }
    ASSERT_EQ(whole.size(), expected) << i;
  }
}

TEST(Notes, AChangeOnTheWayRepeatsNothingAndLosesNothing) {
  Rng rng(2);
  for (int i = 0; i < 2000; ++i) {
    Pattern pattern =
        EveryStep(40 + static_cast<int>(rng.Below(201)), static_cast<int>(rng.Below(76)));
    Playhead playhead;
    std::vector<Note> notes;
    double at_s = 0;
    for (int change = 0; change < 8; ++change) {
      const double next_s = at_s + rng.Unit() * 0.5;
      const auto part = NotesBetween(pattern, playhead, at_s, next_s);
      notes.insert(notes.end(), part.begin(), part.end());
      const Playhead after = AfterChange(pattern, playhead, next_s);
      pattern.tempo_bpm = 40 + static_cast<int>(rng.Below(201));
      pattern.swing_percent = static_cast<int>(rng.Below(76));
      playhead = after;
      at_s = next_s;
    }
    for (size_t n = 0; n < notes.size(); ++n)
      ASSERT_EQ(notes[n].step, static_cast<int64_t>(n)) << i;
    ASSERT_TRUE(std::ranges::is_sorted(notes, {}, &Note::time_s));
  }
}

TEST(Notes, ATempoChangeKeepsThePlaceInTheBar) {
  const Pattern slow = EveryStep(60);
  const Playhead playhead = AfterChange(slow, {}, 1.125);  // half way from step 4 to step 5
  EXPECT_DOUBLE_EQ(playhead.at_step, 4.5);
  const auto notes = NotesBetween(EveryStep(120), playhead, 1.125, 1.4);
  ASSERT_EQ(StepsOf(notes), (std::vector<int64_t>{5, 6}));
  EXPECT_DOUBLE_EQ(notes[0].time_s, 1.125 + 0.0625);
}

TEST(Notes, TheStepBeingPlayedIsTheLastOneHit) {
  const Pattern pattern = EveryStep(120, 60);
  for (const Note& note : NotesBetween(pattern, 0, 10)) {
    EXPECT_EQ(StepAt(pattern, {}, note.time_s), note.step);
    EXPECT_EQ(StepAt(pattern, {}, std::nextafter(note.time_s, -1)), note.step - 1);
  }
  EXPECT_EQ(StepAt(pattern, {}, -1), -1);
}

TEST(Notes, TimesThatAreNoneGiveNothingAndLongOnesEnd) {
  const Pattern pattern = EveryStep(240);
  const double infinite = std::numeric_limits<double>::infinity(), none = std::nan("");
  for (const auto& [from_s, to_s] : {std::pair{none, 1.0},
                                     {0.0, none},
                                     {-infinite, infinite},
                                     {3.0, 2.0},
                                     {infinite, infinite}}) {
    EXPECT_TRUE(NotesBetween(pattern, from_s, to_s).empty());
  }
  EXPECT_EQ(NotesBetween(pattern, 0, infinite).size(), 9600u);
  EXPECT_EQ(NotesBetween(pattern, 1e6, 1e6 + 1).size(), 16u);
}

TEST(Notes, APickIsAlwaysOneOfThem) {
  EXPECT_EQ(PickAmong(0, 5), 0u);
  EXPECT_EQ(PickAmong(0xFFFFFFFF, 5), 4u);
  EXPECT_EQ(PickAmong(0x80000000, 4), 2u);
}

}  // namespace
}  // namespace meander
