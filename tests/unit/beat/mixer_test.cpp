// Where a hit begins, how it is panned, cut off and held down, and that blocks do not matter.
#include "audio/mixer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "random_pattern.h"

namespace meander {
namespace {

std::shared_ptr<const Clip> Constant(float value, size_t samples) {
  return std::make_shared<const Clip>(Clip{std::vector<float>(samples, value)});
}
ClipOfNote Always(std::shared_ptr<const Clip> clip) {
  return [clip = std::move(clip)](const Pattern&, const Note&) { return clip; };
}

// Three clips of noise, told apart by what the ring picks.
ClipOfNote SomeNoise() {
  std::vector<std::shared_ptr<const Clip>> clips;
  Rng rng(7);
  for (const size_t length : {900, 4000, 20'000}) {
    Clip clip;
    for (size_t i = 0; i < length; ++i) clip.samples.push_back(rng.Unit() * 2 - 1);
    clips.push_back(std::make_shared<const Clip>(std::move(clip)));
  }
  return [clips](const Pattern&, const Note& note) {
    return clips[PickAmong(note.pick, clips.size())];
  };
}

Stereo Rendered(Mixer& mixer, size_t frames) {
  Stereo out{std::vector<float>(frames), std::vector<float>(frames)};
  mixer.Render(out.left, out.right);
  return out;
}

Pattern OneTrack(int tempo_bpm, std::string_view steps) {
  Pattern pattern;
  pattern.tempo_bpm = tempo_bpm;
  pattern.tracks.resize(1);
  pattern.tracks[0].steps = *StepsOfText(steps, kBarSteps);
  return pattern;
}

std::vector<size_t> OnsetsOf(const std::vector<float>& samples) {
  std::vector<size_t> onsets;
  for (size_t i = 0; i < samples.size(); ++i) {
    if (samples[i] != 0 && (i == 0 || samples[i - 1] == 0)) onsets.push_back(i);
  }
  return onsets;
}

TEST(Mixer, EveryHitBeginsAtItsOwnSample) {
  for (const int tempo_bpm : {40, 97, 100, 112, 120, 163, 240}) {
    for (const int swing_percent : {0, 18, 75}) {
      Pattern pattern = OneTrack(tempo_bpm, "5555555555555555");
      pattern.swing_percent = swing_percent;
      Mixer mixer(Always(Constant(0.5f, 200)));
      mixer.Start(pattern);
      const auto onsets = OnsetsOf(Rendered(mixer, 3 * kSampleRate_hz).left);
      std::vector<size_t> expected;
      for (const Note& note : NotesBetween(pattern, 0, 3)) {
        expected.push_back(static_cast<size_t>(std::llround(note.time_s * kSampleRate_hz)));
      }
      std::erase_if(expected, [](size_t at) { return at >= 3 * size_t{kSampleRate_hz}; });
      EXPECT_EQ(onsets, expected) << tempo_bpm << " " << swing_percent;
    }
  }
  // At 100 a minute a sixteenth is 6,615 samples, and so it must be.
  Mixer mixer(Always(Constant(0.5f, 200)));
  mixer.Start(OneTrack(100, "5.5............."));
  EXPECT_EQ(OnsetsOf(Rendered(mixer, 20'000).left), (std::vector<size_t>{0, 13'230}));
}

TEST(Mixer, AnyBlocksAreTheSameSamples) {
  Rng rng(8);
  for (int i = 0; i < 12; ++i) {
    const Pattern pattern = RandomPattern(rng);
    Mixer whole(SomeNoise()), parts(SomeNoise());
    whole.Start(pattern);
    parts.Start(pattern);
    const Stereo expected = Rendered(whole, 60'000);
    Stereo got;
    while (got.left.size() < 60'000) {
      const size_t block = std::min<size_t>(rng.Below(3) == 0 ? rng.Below(4) : rng.Below(3000),
                                            60'000 - got.left.size());
      const Stereo part = Rendered(parts, block);
      got.left.insert(got.left.end(), part.left.begin(), part.left.end());
      got.right.insert(got.right.end(), part.right.begin(), part.right.end());
    }
    EXPECT_EQ(parts.frame(), 60'000);
    ASSERT_EQ(got.left, expected.left);
    ASSERT_EQ(got.right, expected.right);
  }
}

TEST(Mixer, WhatIsWrittenIsWhatIsPlayed) {
  Rng rng(9);
  Pattern pattern = RandomPattern(rng);
  pattern.tempo_bpm = 171;
  const Stereo file = RenderBeat(pattern, SomeNoise(), 2, false);
  EXPECT_EQ(file.left.size(), static_cast<size_t>(std::llround(32 * 15.0 / 171 * kSampleRate_hz)));
  Mixer mixer(SomeNoise());
  mixer.Start(pattern);
  const Stereo played = Rendered(mixer, file.left.size());
  // All but the millisecond that fades the file out.
  const size_t same = file.left.size() - kSampleRate_hz / 1000;
  EXPECT_TRUE(std::equal(file.left.begin(), file.left.begin() + static_cast<long>(same),
                         played.left.begin()));
  EXPECT_TRUE(std::equal(file.right.begin(), file.right.begin() + static_cast<long>(same),
                         played.right.begin()));
  EXPECT_EQ(file.left.back(), 0);
}

TEST(Mixer, ATailRingsOutAndHasNoNewHit) {
  const Pattern pattern = OneTrack(240, "5..............5");
  const Stereo cut = RenderBeat(pattern, Always(Constant(0.5f, 30'000)), 1, false);
  const Stereo whole = RenderBeat(pattern, Always(Constant(0.5f, 30'000)), 1, true);
  EXPECT_EQ(cut.left.size(), 44'100u);
  const size_t last_hit = static_cast<size_t>(std::llround(15 * 0.0625 * kSampleRate_hz));
  size_t end = whole.left.size();
  while (end > 0 && whole.left[end - 1] == 0) --end;
  EXPECT_EQ(end, last_hit + 30'000);
}

TEST(Mixer, PansWithEqualPower) {
  for (int pan = -kMostPan; pan <= kMostPan; ++pan) {
    Pattern pattern = OneTrack(120, "7...............");
    pattern.tracks[0].pan = static_cast<int8_t>(pan);
    Mixer mixer(Always(Constant(0.4f, 400)));  // so that the limiter has nothing to do
    mixer.Start(pattern);
    const Stereo out = Rendered(mixer, 400);
    const float left = out.left[200], right = out.right[200];
    const float each = 0.4f * kHeadroom;  // in the middle, on both sides
    EXPECT_NEAR(left * left + right * right, 2 * each * each, 1e-5f);
    EXPECT_EQ(left > right, pan < 0);
    const float other = pan < 0 ? right : left;
    if (std::abs(pan) == kMostPan) {
      EXPECT_NEAR(other, 0, 1e-6f);
    }
  }
}

TEST(Mixer, LoudnessIsThreeDecibelsAStep) {
  EXPECT_EQ(GainOfLoudness(0), 0);
  EXPECT_EQ(GainOfLoudness(-4), 0);
  EXPECT_EQ(GainOfLoudness(7), 1);
  EXPECT_EQ(GainOfLoudness(99), 1);
  for (int loudness = 2; loudness <= 7; ++loudness) {
    EXPECT_NEAR(20 * std::log10(GainOfLoudness(loudness) / GainOfLoudness(loudness - 1)), 3, 1e-4);
  }
}

TEST(Mixer, TheNextHitCutsTheLastOffWithinAMillisecond) {
  // The first hit is long and loud, the second picks silence: what is heard after it is the fade.
  const auto loud = Constant(0.5f, 40'000), silent = Constant(0, 40'000);
  Mixer mixer([&](const Pattern&, const Note& note) { return note.step == 0 ? loud : silent; });
  mixer.Start(OneTrack(100, "7.7............."));
  const Stereo out = Rendered(mixer, 20'000);
  EXPECT_GT(out.left[13'229], 0.1f);
  for (size_t i = 13'230; i < 13'230 + 44; ++i) EXPECT_LT(out.left[i], out.left[i - 1]);
  EXPECT_EQ(*std::max_element(out.left.begin() + 13'230 + 44, out.left.end()), 0);
  // It comes in over 1 ms too, from its very first sample.
  EXPECT_GT(out.left[0], 0);
  for (size_t i = 1; i < 44; ++i) EXPECT_GT(out.left[i], out.left[i - 1]);
  EXPECT_EQ(out.left[44], out.left[43]);
}

TEST(Mixer, AnOctaveUpIsTwiceTheFrequencyAndHalfTheLength) {
  Clip clip;
  for (int i = 0; i < 20'000; ++i)
    clip.samples.push_back(0.5f * std::sin(2 * std::numbers::pi_v<float> * 441 *
                                           static_cast<float>(i) / kSampleRate_hz));
  const auto tone = std::make_shared<const Clip>(std::move(clip));
  for (const auto& [semitones, frequency_hz] :
       {std::pair{12, 882.0}, {-12, 220.5}, {7, 441 * std::exp2(7 / 12.0)}}) {
    Pattern pattern = OneTrack(40, "7...............");
    pattern.tracks[0].pitch_semitones = static_cast<int8_t>(semitones);
    Mixer mixer(Always(tone));
    mixer.Start(pattern);
    const Stereo out = Rendered(mixer, 9000);
    double largest_error = 0;
    const double gain = 0.5 * double{kHeadroom};
    for (size_t i = 500; i < 8500; ++i) {
      const double expected = gain * std::sin(2 * std::numbers::pi * frequency_hz *
                                              static_cast<double>(i) / kSampleRate_hz);
      largest_error = std::max(largest_error, std::abs(out.left[i] - expected));
    }
    EXPECT_LT(20 * std::log10(largest_error / gain), -60) << semitones;
  }
}

TEST(Mixer, WhatIsChangedIsHeardSoonAndInItsPlace) {
  Pattern pattern = OneTrack(100, "5...5...5...5...");
  Mixer mixer(Always(Constant(0.5f, 100)));
  mixer.Start(pattern);
  Rendered(mixer, 30'000);
  SetTempo(pattern, 200);
  mixer.Change(pattern);
  const Stereo after = Rendered(mixer, 60'000);
  const auto onsets = OnsetsOf(after.left);
  ASSERT_GE(onsets.size(), 3u);
  // The third hit was due at 52,920; the 22,920 samples to it are half as long now.
  EXPECT_NEAR(static_cast<double>(onsets[0]), 11'460, 70);
  EXPECT_EQ(onsets[1] - onsets[0], 13'230u);
}

TEST(Mixer, EndsWhenItIsToldTo) {
  Mixer mixer(Always(Constant(0.5f, 50'000)));
  EXPECT_TRUE(mixer.IsSilent());
  mixer.Start(OneTrack(120, "5555555555555555"));
  Rendered(mixer, 10'000);
  EXPECT_FALSE(mixer.IsSilent());
  mixer.EndAt(10'500);
  const Stereo out = Rendered(mixer, 60'000);
  EXPECT_NE(out.left[0], 0);
  // The hit before it rings out; none comes behind it.
  EXPECT_EQ(*std::max_element(out.left.begin() + 52'000, out.left.end()), 0);
  EXPECT_TRUE(mixer.IsSilent());
}

TEST(Mixer, SaysWhichHitsItMixedAndSkipsWhatIsNotThere) {
  Mixer mixer([](const Pattern&, const Note&) { return nullptr; });
  mixer.Start(OneTrack(100, "5.3............."));
  const Stereo out = Rendered(mixer, 20'000);
  EXPECT_EQ(*std::max_element(out.left.begin(), out.left.end()), 0);
  const auto started = mixer.TakeStarted();
  ASSERT_EQ(started.size(), 2u);
  EXPECT_EQ(started[1].frame, 13'230);
  EXPECT_EQ(started[1].note.loudness, 3);
  EXPECT_TRUE(mixer.TakeStarted().empty());
}

TEST(Mixer, TheLoudestBeatStaysBelowTheCeiling) {
  Rng rng(10);
  for (int i = 0; i < 6; ++i) {
    Pattern pattern = RandomPattern(rng);
    for (Track& track : pattern.tracks) {
      track.mute = track.solo = false;
      track.volume = kFullVolume;
      track.steps.fill(0);
      for (int step = 0; step < pattern.step_count; step += 2)
        track.steps[static_cast<size_t>(step)] = kLoudest;
    }
    const Stereo out = RenderBeat(pattern, Always(Constant(1, 30'000)), 1, true);
    EXPECT_LE(
        std::abs(*std::ranges::max_element(out.left, {}, [](float s) { return std::abs(s); })),
        kCeiling);
    EXPECT_LE(
        std::abs(*std::ranges::max_element(out.right, {}, [](float s) { return std::abs(s); })),
        kCeiling);
  }
}

}  // namespace
}  // namespace meander
