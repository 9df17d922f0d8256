// Saving, crediting and playing the room's beat.
#include "sounds/beat.h"

#include <gtest/gtest.h>

#include "small_sounds.h"

namespace meander {
namespace {

TEST(RoomBeat, MidiIsSavedWithTheSoundsNames) {
  const auto state = OpenSmall();
  const Effects effects = Apply(*state, "save-midi", "");
  const auto* saved = Find<SaveFileEffect>(effects);
  ASSERT_NE(saved, nullptr);
  EXPECT_EQ(saved->mime, "audio/midi");
  const std::string text(saved->bytes.begin(), saved->bytes.end());
  EXPECT_EQ(text.substr(0, 4), "MThd");
  EXPECT_NE(text.find("Boot on stairs"), std::string::npos);
}

TEST(RoomBeat, AWavIsNotSavedBeforeItsSoundsAreHere) {
  const auto state = OpenSmall("", true);
  const Effects effects = Apply(*state, "save-wav", "");
  EXPECT_EQ(Find<SaveFileEffect>(effects), nullptr);
  EXPECT_NE(Find<FetchEffect>(effects), nullptr);
  EXPECT_FALSE(state->notice.empty());
}

TEST(RoomBeat, SpritesAreAskedForOnceAndAgainOnlyWhereTheyDidNotCome) {
  const auto state = OpenSmall("", true);
  ASSERT_NE(Find<FetchEffect>(WantSamples(*state)), nullptr);
  EXPECT_EQ(Find<FetchEffect>(WantSamples(*state)), nullptr);
  const ChunkRef sprite{"sprites-0.bin", 0, 4, 100, 1};
  Apply(*state, "play", "");
  TakeChunk(*state, "sprites", sprite, Fail(ErrorCode::kUnavailable, "It did not come."));
  EXPECT_FALSE(OffersPause(*state));
  EXPECT_FALSE(state->notice.empty());
  EXPECT_NE(Find<FetchEffect>(Apply(*state, "play", "")), nullptr);
}

TEST(RoomBeat, ASpriteThatIsNoneIsSaidAndTheBeatPlaysWithoutIt) {
  const auto state = OpenSmall("", true);
  Apply(*state, "play", "");
  EXPECT_EQ(SamplesMissing(*state), 4);
  const std::vector<uint8_t> nonsense(100, 7);
  const ChunkRef sprite{"sprites-0.bin", 0, 4, 100, 1};
  TakeChunk(*state, "sprites", sprite, ByteSpan(nonsense));
  EXPECT_FALSE(state->notice.empty());
  EXPECT_EQ(SamplesOf(*state, 0), nullptr);
  // Nothing more is waited for: Play does not say Pause for ever.
  EXPECT_EQ(SamplesMissing(*state), 0);
  bool more = false;
  EXPECT_NE(Find<StartSoundEffect>(LetTimePass(*state, 1, more)), nullptr);
  EXPECT_TRUE(state->player.is_on());
  // Of the other sprite every sound is still to come.
  Apply(*state, "ring", "0");
  Apply(*state, "put", "7");
  EXPECT_EQ(SamplesMissing(*state), 1);
}

TEST(RoomBeat, WhatPlaysGoesOnWhereASpriteDidNotCome) {
  const auto state = OpenSmall("", true);
  Apply(*state, "play", "");
  EXPECT_EQ(state->audio_note, "Fetching the sounds…");
  state->player.Start(state->pattern);
  const ChunkRef sprite{"sprites-1.bin", 4, 8, 100, 2};
  TakeChunk(*state, "sprites", sprite, Fail(ErrorCode::kUnavailable, "It did not come."));
  EXPECT_TRUE(OffersPause(*state));
  EXPECT_TRUE(state->player.is_on());
  // What only waits does not, nor does it say that it still fetches.
  state->player.Stop();
  TakeChunk(*state, "sprites", sprite, Fail(ErrorCode::kUnavailable, "It did not come."));
  EXPECT_FALSE(OffersPause(*state));
  EXPECT_EQ(state->audio_note, "");
}

TEST(RoomBeat, WithChanceARingHoldsItsNeighboursToo) {
  const auto state = OpenSmall();
  EXPECT_EQ(state->in_rings[0].size(), 1u);
  Apply(*state, "ring", "0");
  Apply(*state, "chance-share", "1");
  // ChanceRadius(15) is 0.3: its neighbours at the right lie 0.29 away, those above it 0.4.
  EXPECT_EQ(state->in_rings[0], (std::vector<uint32_t>{0, 1}));
  EXPECT_EQ(state->in_rings[1], std::vector<uint32_t>{1});
}

}  // namespace
}  // namespace meander
