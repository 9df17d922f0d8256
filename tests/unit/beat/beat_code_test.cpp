// A beat in a link: whole, short, and never anything but a beat.
#include "audio/beat_code.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "audio/mixer.h"
#include "canvas/link.h"
#include "random_pattern.h"

namespace meander {
namespace {

size_t LettersOf(const Pattern& pattern) {
  return 1 + EncodeLink("sounds", WriteBeat(pattern)).size();
}

// All that can be told is told, and nothing twice.
Pattern Fullest(int tracks, int step_count) {
  Pattern pattern;
  pattern.step_count = step_count;
  pattern.seed = 0xFFFFFFFF;
  for (int i = 0; i < tracks; ++i) {
    Track track{.clip_id = 0xFFFFFFFF, .volume = 3, .pitch_semitones = -7, .pan = 5, .chance = 9};
    for (int step = 0; step < step_count; ++step) {
      track.steps[static_cast<size_t>(step)] = static_cast<uint8_t>(1 + step % 7);
    }
    pattern.tracks.push_back(track);
  }
  return pattern;
}

TEST(BeatCode, EveryBeatComesBackAsItWas) {
  Rng rng(3);
  for (int i = 0; i < 10'000; ++i) {
    const Pattern pattern = RandomPattern(rng);
    ASSERT_TRUE(CheckPattern(pattern));
    const auto read = ReadBeat(WriteBeat(pattern));
    ASSERT_TRUE(read) << i;
    ASSERT_EQ(*read, pattern) << i;
  }
}

TEST(BeatCode, EvenTheFullestBeatIsAShortLink) {
  EXPECT_LE(LettersOf(Fullest(4, 16)), 120u);
  EXPECT_LE(LettersOf(Fullest(8, 32)), 400u);
  Pattern usual = EmptyPattern();
  for (const int step : {0, 6, 8}) ToggleStep(usual, 0, step);
  for (const int step : {4, 12}) ToggleStep(usual, 1, step);
  for (int step = 0; step < 16; step += 2) ToggleStep(usual, 2, step);
  EXPECT_LE(LettersOf(usual), 64u);
  RecordProperty("letters_usual", static_cast<int>(LettersOf(usual)));
  RecordProperty("letters_fullest_4x16", static_cast<int>(LettersOf(Fullest(4, 16))));
  RecordProperty("letters_fullest_8x32", static_cast<int>(LettersOf(Fullest(8, 32))));
}

TEST(BeatCode, TheBytesOfVersionOneStayWhatTheyAre) {
  Pattern pattern = EmptyPattern();
  pattern.tempo_bpm = 120;
  pattern.tracks.resize(1);
  pattern.tracks[0].clip_id = 0x01020304;
  ToggleStep(pattern, 0, 0);
  // version | 80 | swing 0, one bar | one track, no seed, clip id … | kick, plain, first step,
  // even, 5
  const uint8_t bytes[] = {1, 80, 0, 0x00, 0x10, 0x20, 0x30, 0x43, 0x00, 0x01, 0xA0};
  const std::string expected(reinterpret_cast<const char*>(bytes), sizeof bytes);
  EXPECT_EQ(EncodeBase64Url(WriteBeat(pattern)), EncodeBase64Url(expected));
}

TEST(BeatCode, ANewerOneSaysSoAndACutOneIsNotWhole) {
  std::string payload = WriteBeat(Fullest(4, 16));
  for (size_t length = 0; length < payload.size(); ++length) {
    const auto read = ReadBeat(payload.substr(0, length));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::kCorrupt);
  }
  EXPECT_FALSE(ReadBeat(payload + '\0'));
  payload[0] = 2;
  ASSERT_FALSE(ReadBeat(payload));
  EXPECT_EQ(ReadBeat(payload).error().code, ErrorCode::kTooNew);
}

// What is accepted is a beat that can be played, written the one way there is.
TEST(BeatCode, HostileBytesAreASentenceOrABeat) {
  Rng rng(5);
  const auto noise = std::make_shared<Clip>();
  for (int i = 0; i < 300; ++i) noise->samples.push_back(rng.Below(2) == 0 ? 1.f : -1.f);
  int accepted = 0;
  for (int i = 0; i < 10'000; ++i) {
    std::string payload;
    if (i % 2 == 0) {
      payload = WriteBeat(RandomPattern(rng));
      for (uint32_t change = 0; change <= rng.Below(3); ++change) {
        payload[rng.Below(static_cast<uint32_t>(payload.size()))] ^=
            static_cast<char>(1u << rng.Below(8));
      }
    } else {
      payload.resize(rng.Below(40));
      for (char& byte : payload) byte = static_cast<char>(rng.Next());
      if (!payload.empty()) payload[0] = 1;
    }
    const auto read = ReadBeat(payload);
    if (!read) {
      ASSERT_FALSE(read.error().message.empty());
      continue;
    }
    ++accepted;
    ASSERT_TRUE(CheckPattern(*read));
    ASSERT_EQ(WriteBeat(*read), payload);
    if (accepted % 4 != 0) continue;  // the fuzzer mixes all it accepts
    Mixer mixer([&noise](const Pattern&, const Note&) { return noise; });
    mixer.Start(*read);
    std::vector<float> left(1500), right(1500);
    mixer.Render(left, right);
    for (const auto& side : {left, right}) {
      for (const float sample : side) ASSERT_LE(std::abs(sample), kCeiling);
    }
  }
  EXPECT_GT(accepted, 1000);
}

}  // namespace
}  // namespace meander
