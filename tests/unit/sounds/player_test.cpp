// What the player gives the loudspeaker, and what it says is heard.
#include "sounds/player.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "small_sounds.h"

namespace meander {
namespace {

ClipOfNote Clicks() {
  auto clip = std::make_shared<Clip>();
  clip->samples.assign(2000, 0.5f);
  return [clip](const Pattern&, const Note&) { return clip; };
}

// All blocks one after the other; fails where there is a gap.
void Append(const std::vector<SoundBlock>& blocks, std::vector<float>& left) {
  for (const SoundBlock& block : blocks) {
    ASSERT_EQ(block.start_frame, std::ssize(left));
    ASSERT_EQ(block.left.size(), block.right.size());
    left.insert(left.end(), block.left.begin(), block.left.end());
  }
}

TEST(Player, IsAQuarterOfASecondAheadAndBackToBack) {
  Player player;
  player.SetClips(Clicks());
  player.Start(SmallBeat());
  std::vector<float> left;
  Append(player.Mix({SoundState::kPlaying, -1, -1}), left);
  EXPECT_EQ(left.size(), 11025u);
  for (int64_t clock = 1102; clock < 60'000; clock += 1102) {
    Append(player.Mix({SoundState::kPlaying, clock, clock}), left);
    EXPECT_EQ(std::ssize(left), clock + 11025);
  }
}

TEST(Player, WhatIsPlayedIsWhatAFileHolds) {
  Player player;
  player.SetClips(Clicks());
  const Pattern beat = SmallBeat();
  player.Start(beat);
  std::vector<float> left;
  const Stereo file = RenderBeat(beat, Clicks(), 1, true);
  for (int64_t clock = 0; std::ssize(left) < std::ssize(file.left); clock += 977) {
    Append(player.Mix({SoundState::kPlaying, clock, clock}), left);
  }
  // The file has one bar and rings out; the page plays the next bar from there.
  const size_t bar = 2 * 44100;
  ASSERT_GE(file.left.size(), bar);
  for (size_t i = 0; i < bar; ++i) ASSERT_EQ(left[i], file.left[i]) << i;
}

TEST(Player, AHiddenPageHearsTheBarToItsEndAndNothingMore) {
  Player player;
  player.SetClips(Clicks());
  player.Start(SmallBeat());
  std::vector<float> left;
  Append(player.Mix({SoundState::kPlaying, 0, 0}), left);
  Append(player.Mix({SoundState::kHidden, 30'000, 30'000}), left);
  const size_t bar = 2 * 44100;  // at 120 beats a minute
  ASSERT_GT(left.size(), bar);
  const auto loud = [&](size_t from, size_t to) {
    return std::accumulate(left.begin() + static_cast<std::ptrdiff_t>(from),
                           left.begin() + static_cast<std::ptrdiff_t>(to), 0.0,
                           [](double sum, float one) { return sum + std::abs(one); });
  };
  EXPECT_GT(loud(66'150, 68'000), 1);    // the last hit of the bar
  EXPECT_EQ(loud(bar, left.size()), 0);  // not the first of the next
}

TEST(Player, KnowsWhatIsHeard) {
  Player player;
  player.SetClips(Clicks());
  player.Start(SmallBeat());
  EXPECT_EQ(player.StepAt(0), -1);
  player.Mix({SoundState::kPlaying, -1, -1});
  player.Mix({SoundState::kPlaying, 22'050, 22'050});
  player.TakeNews({SoundState::kPlaying, 22'050, 22'050}, 10);  // the fourth sixteenth
  EXPECT_EQ(player.StepAt(10), 4);
  EXPECT_NEAR(player.PlaceAt(10), 4, 0.01);
  EXPECT_NEAR(player.PlaceAt(10.0625), 4.5, 0.01);
  EXPECT_LT(player.HitAge(1, 10.01), 0.2f);
  EXPECT_EQ(player.HitAge(3, 10.01), 1);
  // A frame that comes late does not run ahead of the sound.
  EXPECT_EQ(player.StepAt(60), 4);
  player.Stop();
  EXPECT_EQ(player.StepAt(10), -1);
}

TEST(Player, AnotherTempoKeepsThePlaceInTheBar) {
  Player player;
  player.SetClips(Clicks());
  Pattern beat = SmallBeat();
  player.Start(beat);
  player.Mix({SoundState::kPlaying, 11'025, 11'025});
  beat.tempo_bpm = 60;
  player.Change(beat);
  std::vector<float> left(22'050);
  Append(player.Mix({SoundState::kPlaying, 44'100, 44'100}), left);
  player.TakeNews({SoundState::kPlaying, 44'100, 44'100}, 1);
  // Four sixteenths until the change, then twice as long ones: 22,050 frames more are two.
  EXPECT_NEAR(player.PlaceAt(1), 6, 0.01);
}

}  // namespace
}  // namespace meander
