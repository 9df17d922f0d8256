// Sounds of the reader's own: what is read, what is refused, and what becomes of the beat.
#include "sounds/own_sound.h"

#include <gtest/gtest.h>

#include <cmath>

#include "audio/wav.h"
#include "make_space.h"
#include "small_sounds.h"
#include "sounds/link.h"

namespace meander {
namespace {

std::vector<uint8_t> Wav(float loudness) {
  std::vector<float> samples(20'000);
  for (size_t i = 0; i < samples.size(); ++i) {
    samples[i] = loudness * std::sin(static_cast<float>(i) * 0.05f) *
                 std::exp(-static_cast<float>(i) / 4000);
  }
  return WriteWav(samples, samples);
}

// Chosen, and its bytes here; what the pack is asked for is given.
Effects Bring(SoundsState& state, ByteSpan bytes, const std::string& name = "My spoon.wav") {
  Apply(state, "own-file", "brought:1 " + std::to_string(bytes.size()) + " " + name);
  Effects effects = TakeOwnFile(state, "brought:1", bytes);
  GiveSpace(state);
  return effects;
}

TEST(OwnSound, IsPlacedNamedAndPutIntoTheChosenRing) {
  const auto state = OpenSmall();
  Apply(*state, "ring", "1");
  Bring(*state, Wav(0.5f));
  ASSERT_EQ(state->own.size(), 1u);
  EXPECT_EQ(state->own[0].name, "My spoon");
  EXPECT_EQ(state->own_wish.problem, "");
  EXPECT_EQ(ItemOfTrack(*state, 1), kFirstOwnSound);
  EXPECT_EQ(state->pinned, kFirstOwnSound);
  EXPECT_NE(SamplesOf(*state, kFirstOwnSound), nullptr);
  EXPECT_GE(state->own[0].nearest.size(), 10u);
}

TEST(OwnSound, ItsNameReadsInOneDirection) {
  const auto state = OpenSmall();
  Bring(*state, Wav(0.5f), "my\u202E\u2066 \nspoon.wav");
  ASSERT_EQ(state->own.size(), 1u);
  EXPECT_EQ(state->own[0].name, "my spoon");
  Bring(*state, Wav(0.4f), "\u202E.wav");
  ASSERT_EQ(state->own.size(), 2u);
  EXPECT_EQ(state->own[1].name, "My sound 2");
}

TEST(OwnSound, OfSeveralItSaysWhichOneIsTaken) {
  const auto state = OpenSmall();
  Apply(*state, "own-file", "brought:1 2000 rain.wav");
  Apply(*state, "own-left-out", "1 rain.wav");
  EXPECT_NE(state->notice.find("rain.wav was taken, the other one"), std::string::npos)
      << state->notice;
  EXPECT_EQ(state->own_wish.address, "brought:1");
}

TEST(OwnSound, NeverTravels) {
  const auto state = OpenSmall();
  Apply(*state, "ring", "1");
  Bring(*state, Wav(0.5f));
  ASSERT_EQ(state->own.size(), 1u);
  const Result<Pattern> travels = ReadBeat(PayloadOf(*state));
  ASSERT_TRUE(travels);
  EXPECT_EQ(travels->tracks[1].clip_id, SmallId(NearestOf(state->own[0])));
}

TEST(OwnSound, ForgottenItsNearestPlaysInItsStead) {
  const auto state = OpenSmall();
  Apply(*state, "ring", "1");
  Bring(*state, Wav(0.5f));
  ASSERT_EQ(state->own.size(), 1u);
  const uint32_t nearest = NearestOf(state->own[0]);
  Apply(*state, "own-forget", std::to_string(kFirstOwnSound));
  EXPECT_TRUE(state->own.empty());
  EXPECT_EQ(ItemOfTrack(*state, 1), nearest);
  // Undo brings no sound back that nobody has.
  Apply(*state, "undo", "");
  EXPECT_NE(ItemOfTrack(*state, 1), kNoItem);
}

TEST(OwnSound, TheMicrophoneIsOnOnlyWhileItsCardIsShown) {
  const auto state = OpenSmall();
  Apply(*state, "own-open", "");
  Apply(*state, "own-record", "");
  ASSERT_TRUE(state->own_wish.is_recording);
  const Effects closed = Apply(*state, "own-open", "");  // the button that opened it
  ASSERT_NE(Find<FetchFileEffect>(closed), nullptr);
  EXPECT_EQ(Find<FetchFileEffect>(closed)->address, "microphone:stop");
  Apply(*state, "own-open", "");
  Apply(*state, "own-record", "");
  Apply(*state, "own-record", "");
  const Effects file = Apply(*state, "own-file", "brought:4 2000 rain.wav");
  EXPECT_FALSE(state->own_wish.is_recording);
  EXPECT_EQ(Find<FetchFileEffect>(file)->address, "microphone:stop");
  TakeOwnFile(*state, "brought:4", Fail(ErrorCode::kUnavailable, "gone"));
  EXPECT_EQ(state->own_wish.problem.find("microphone"), std::string::npos);
}

TEST(OwnSound, HoursOfSoundAreNotGivenToTheBrowser) {
  const auto state = OpenSmall();
  const std::vector<uint8_t> other(2000, 'x');
  Apply(*state, "own-file", "brought:5 30000000 hours.m4a");
  EXPECT_EQ(Find<FetchFileEffect>(TakeOwnFile(*state, "brought:5", ByteSpan(other))), nullptr);
  EXPECT_NE(state->own_wish.problem.find("more sound than"), std::string::npos);
}

TEST(OwnSound, ADamagedSpaceIsSaidAndAskedForAgain) {
  const auto state = OpenSmall();
  const std::vector<uint8_t> wav = Wav(0.5f), nonsense(100, 9);
  Apply(*state, "own-file", "brought:1 100 a.wav");
  TakeOwnFile(*state, "brought:1", ByteSpan(wav));
  const ChunkRef chunk{"feature_model-0.bin", 0, 0, 100, 2};
  TakeChunk(*state, kFeatureModelSection, chunk, ByteSpan(nonsense));
  EXPECT_FALSE(state->own_wish.problem.empty());
  EXPECT_FALSE(state->own_wish.space_is_asked);
}

TEST(OwnSound, WhatCannotBeUsedIsOneSentenceAndLosesNothing) {
  const auto state = OpenSmall();
  const Pattern before = state->pattern;
  Bring(*state, Wav(0));
  EXPECT_EQ(state->own_wish.problem, "That is silent; there is nothing in it to place.");
  Apply(*state, "own-file", "brought:2 104857600 long.wav");
  EXPECT_EQ(state->own_wish.problem, "That file is too large to be read here; 64 MB is the most.");
  const std::vector<uint8_t> text(2000, 'x');
  Apply(*state, "own-file", "brought:3 2000 notes.txt");
  const Effects again = TakeOwnFile(*state, "brought:3", ByteSpan(text));
  // The browser is asked first; it may know more.
  ASSERT_NE(Find<FetchFileEffect>(again), nullptr);
  EXPECT_EQ(Find<FetchFileEffect>(again)->address, "decoded:3");
  TakeOwnFile(*state, "decoded:3", Fail(ErrorCode::kUnavailable, "no"));
  EXPECT_EQ(state->own_wish.problem, "That file is not a sound this browser can open.");
  Apply(*state, "own-record", "");
  EXPECT_TRUE(state->own_wish.is_recording);
  TakeOwnFile(*state, state->own_wish.address, Fail(ErrorCode::kUnavailable, "refused"));
  EXPECT_FALSE(state->own_wish.is_recording);
  EXPECT_NE(state->own_wish.problem.find("microphone"), std::string::npos);
  EXPECT_EQ(state->pattern, before);
  EXPECT_TRUE(state->own.empty());
}

TEST(OwnSound, BytesOfAnEarlierWishAreNobodys) {
  const auto state = OpenSmall();
  Apply(*state, "own-file", "brought:1 100 a.wav");
  Apply(*state, "own-file", "brought:2 100 b.wav");
  const std::vector<uint8_t> wav = Wav(0.5f);
  EXPECT_TRUE(TakeOwnFile(*state, "brought:1", ByteSpan(wav)).empty());
  EXPECT_TRUE(state->own.empty());
}

TEST(OwnSound, WhatItWaitsForIsAskedForAgain) {
  const auto state = OpenSmall();
  const std::vector<uint8_t> wav = Wav(0.5f);
  Apply(*state, "own-file", "brought:1 100 a.wav");
  EXPECT_TRUE(state->own_wish.problem.empty());
  TakeOwnFile(*state, "brought:1", ByteSpan(wav));
  EXPECT_TRUE(state->own_wish.space_is_asked);
  const ChunkRef chunk{"vectors-0.bin", 0, kSmallSounds, 100, 1};
  TakeChunk(*state, "vectors", chunk, Fail(ErrorCode::kUnavailable, "It did not come."));
  EXPECT_FALSE(state->own_wish.space_is_asked);
  EXPECT_EQ(state->own_wish.problem, "It did not come.");
  Bring(*state, wav);
  EXPECT_EQ(state->own.size(), 1u);
}

TEST(OwnSound, SixteenAreTheMost) {
  const auto state = OpenSmall();
  for (size_t i = 0; i < kMostOwnSounds + 3; ++i) Bring(*state, Wav(0.5f), "");
  EXPECT_EQ(state->own.size(), kMostOwnSounds);
  EXPECT_NE(state->own_wish.problem.find("Sixteen"), std::string::npos);
  EXPECT_EQ(state->own[0].name, "My sound 1");
  EXPECT_NE(state->own[0].clip_id, state->own[1].clip_id);
}

TEST(OwnSound, HostileWordsDoNothing) {
  const auto state = OpenSmall();
  for (const char* argument :
       {"", "brought:", "brought:1", "brought:1 x", "brought:1 -5 a",
        "brought:1 99999999999999999999999 a", "text that was dropped", "\xFF\xFE"}) {
    Apply(*state, "own-file", argument);
    EXPECT_TRUE(state->own.empty());
  }
  EXPECT_TRUE(Apply(*state, "own-forget", "15728640").empty());
  EXPECT_TRUE(Apply(*state, "own-forget", "-1").empty());
  EXPECT_TRUE(Apply(*state, "own-nothing", "").empty());
  EXPECT_EQ(state->pattern, SmallBeat());
}

}  // namespace
}  // namespace meander
