// What changes a beat, and what takes it back.
#include "audio/pattern.h"

#include <gtest/gtest.h>

#include <cmath>

#include "audio/pattern_history.h"
#include "random_pattern.h"

namespace meander {
namespace {

TEST(Pattern, AStepGoesOnAndOffAgain) {
  Pattern pattern = EmptyPattern();
  EXPECT_TRUE(IsEmpty(pattern));
  EXPECT_TRUE(ToggleStep(pattern, 1, 4));
  EXPECT_EQ(StepsText(pattern.tracks[1], 16), "....5...........");
  EXPECT_FALSE(IsEmpty(pattern));
  EXPECT_TRUE(ToggleStep(pattern, 1, 4));
  EXPECT_TRUE(IsEmpty(pattern));
}

TEST(Pattern, WhatIsNotThereIsLeftAlone) {
  Pattern pattern = EmptyPattern();
  const Pattern before = pattern;
  for (const int track : {-1, 4, 1000}) EXPECT_FALSE(ToggleStep(pattern, track, 0));
  for (const int step : {-1, 16, 31, 1000}) EXPECT_FALSE(SetLoudness(pattern, 0, step, 3));
  EXPECT_FALSE(SetStepCount(pattern, 17));
  EXPECT_FALSE(RemoveTrack(pattern, 4));
  EXPECT_EQ(pattern, before);
}

TEST(Pattern, NumbersAreBroughtIntoTheirRange) {
  Pattern pattern = EmptyPattern();
  SetTempo(pattern, 1000);
  EXPECT_EQ(pattern.tempo_bpm, 240);
  SetTempo(pattern, -3);
  EXPECT_EQ(pattern.tempo_bpm, 40);
  SetSwing(pattern, 90);
  EXPECT_EQ(pattern.swing_percent, 75);
  EXPECT_TRUE(SetLoudness(pattern, 0, 0, 12));
  EXPECT_EQ(pattern.tracks[0].steps[0], kLoudest);
  EXPECT_TRUE(CheckPattern(pattern));
}

TEST(Pattern, TwoBarsBeginAsTheOneTwiceAndGoBackToIt) {
  Pattern pattern = EmptyPattern();
  ToggleStep(pattern, 0, 3);
  const Pattern one_bar = pattern;
  EXPECT_TRUE(SetStepCount(pattern, 32));
  EXPECT_EQ(StepsText(pattern.tracks[0], 32), "...5...............5............");
  ToggleStep(pattern, 0, 31);
  EXPECT_TRUE(SetStepCount(pattern, 16));
  EXPECT_EQ(pattern, one_bar);
}

TEST(Pattern, TracksComeUpToEightAndGoDownToOne) {
  Pattern pattern = EmptyPattern();
  int added = 0;
  while (AddTrack(pattern, 7, Role::kExtra)) ++added;
  EXPECT_EQ(added, 4);
  EXPECT_TRUE(CheckPattern(pattern));
  while (RemoveTrack(pattern, 0)) {
  }
  EXPECT_EQ(pattern.tracks.size(), 1u);
}

TEST(Pattern, SoloSilencesTheOthersAndMuteWins) {
  Pattern pattern = EmptyPattern();
  EXPECT_TRUE(IsHeard(pattern, 0));
  pattern.tracks[2].solo = true;
  EXPECT_FALSE(IsHeard(pattern, 0));
  EXPECT_TRUE(IsHeard(pattern, 2));
  pattern.tracks[2].mute = true;
  EXPECT_FALSE(IsHeard(pattern, 2));
  EXPECT_FALSE(IsHeard(pattern, 9));
}

TEST(Pattern, EachNumberOutOfItsRangeIsNoticed) {
  const auto is_bad = [](auto&& change) {
    Pattern pattern = EmptyPattern();
    change(pattern);
    return !CheckPattern(pattern);
  };
  EXPECT_FALSE(is_bad([](Pattern&) {}));
  EXPECT_TRUE(is_bad([](Pattern& p) { p.tempo_bpm = 39; }));
  EXPECT_TRUE(is_bad([](Pattern& p) { p.swing_percent = 76; }));
  EXPECT_TRUE(is_bad([](Pattern& p) { p.step_count = 8; }));
  EXPECT_TRUE(is_bad([](Pattern& p) { p.tracks.clear(); }));
  EXPECT_TRUE(is_bad([](Pattern& p) { p.tracks.resize(9); }));
  EXPECT_TRUE(is_bad([](Pattern& p) { p.tracks[0].steps[0] = 8; }));
  EXPECT_TRUE(is_bad([](Pattern& p) { p.tracks[0].steps[16] = 1; }));
  EXPECT_TRUE(is_bad([](Pattern& p) { p.tracks[0].pitch_semitones = -13; }));
  EXPECT_TRUE(is_bad([](Pattern& p) { p.tracks[0].pan = 8; }));
  EXPECT_TRUE(is_bad([](Pattern& p) { p.tracks[0].chance = 16; }));
  EXPECT_TRUE(is_bad([](Pattern& p) { p.tracks[0].volume = 8; }));
}

TEST(TapTempo, EvenTapsGiveTheirTempo) {
  for (const int tempo_bpm : {40, 41, 90, 112, 120, 173, 240}) {
    std::vector<double> taps_s;
    for (int tap = 0; tap < 5; ++tap) taps_s.push_back(100 + tap * 60.0 / tempo_bpm - tap * 1e-9);
    EXPECT_EQ(TempoOfTaps(taps_s), tempo_bpm);
  }
}

TEST(TapTempo, OneSlipChangesNothingAndAPauseBeginsAnew) {
  EXPECT_EQ(TempoOfTaps(std::vector{0.0, 0.5, 1.0, 1.7, 2.0, 2.5}), 120);
  EXPECT_EQ(TempoOfTaps(std::vector{0.0, 0.5, 1.0, 9.0}), std::nullopt);
  EXPECT_EQ(TempoOfTaps(std::vector{0.0, 0.5, 9.0, 10.0, 11.0}), 60);
  // Only the last eight taps count.
  EXPECT_EQ(TempoOfTaps(std::vector{0., 1., 2., 3., 4., 5., 6., 7., 8., 8.5, 9., 9.5, 10., 10.5,
                                    11., 11.5}),
            120);
}

TEST(TapTempo, NonsenseGivesNothingOrTheNearest) {
  EXPECT_EQ(TempoOfTaps({}), std::nullopt);
  EXPECT_EQ(TempoOfTaps(std::vector{3.0}), std::nullopt);
  EXPECT_EQ(TempoOfTaps(std::vector{3.0, 3.0}), std::nullopt);
  EXPECT_EQ(TempoOfTaps(std::vector{3.0, 2.0}), std::nullopt);
  EXPECT_EQ(TempoOfTaps(std::vector{1.0, std::nan("")}), std::nullopt);
  EXPECT_EQ(TempoOfTaps(std::vector{1.0, 1.0 + 1e-12}), 240);
}

TEST(StepsText, IsReadBackAndNothingElseIs) {
  Rng rng(4);
  for (int i = 0; i < 200; ++i) {
    const Pattern pattern = RandomPattern(rng);
    for (const Track& track : pattern.tracks) {
      EXPECT_EQ(StepsOfText(StepsText(track, pattern.step_count), pattern.step_count), track.steps);
    }
  }
  EXPECT_EQ((*StepsOfText("x...............", 16))[0], kUsualLoudness);
  for (const char* text : {"", "x..", "x..............8", "x..............0", "x.............. "}) {
    EXPECT_FALSE(StepsOfText(text, 16)) << text;
  }
  EXPECT_FALSE(StepsOfText(std::string(64, 'x'), 64));
}

TEST(History, WalksBackAndForthAndForgetsTheOtherFuture) {
  PatternHistory history;
  Pattern pattern = EmptyPattern();
  std::vector<Pattern> seen = {pattern};
  for (int step = 0; step < 4; ++step) {
    history.Keep(pattern);
    ToggleStep(pattern, 0, step);
    seen.push_back(pattern);
  }
  for (int at = 3; at >= 0; --at) {
    pattern = *history.Undo(pattern);
    EXPECT_EQ(pattern, seen[static_cast<size_t>(at)]);
  }
  EXPECT_FALSE(history.Undo(pattern));
  for (size_t at = 1; at <= 2; ++at) {
    pattern = *history.Redo(pattern);
    EXPECT_EQ(pattern, seen[at]);
  }
  history.Keep(pattern);
  ToggleStep(pattern, 3, 9);
  EXPECT_FALSE(history.can_redo());
  EXPECT_EQ(history.Undo(pattern), seen[2]);
}

TEST(History, KeepsOnlyItsBound) {
  PatternHistory history(2);
  Pattern pattern = EmptyPattern();
  for (int step = 0; step < 5; ++step) {
    history.Keep(pattern);
    ToggleStep(pattern, 0, step);
  }
  int back = 0;
  while (const auto before = history.Undo(pattern)) pattern = *before, ++back;
  EXPECT_EQ(back, 2);
  EXPECT_EQ(StepsText(pattern.tracks[0], 16), "555.............");
}

}  // namespace
}  // namespace meander
