// What the room of sounds makes of what arrives, and of what a reader does.
#include "sounds/state.h"

#include <gtest/gtest.h>

#include "small_sounds.h"
#include "sounds/actions_view.h"
#include "sounds/link.h"

namespace meander {
namespace {

TEST(SoundsState, AFirstVisitBeginsWithTheFirstBeatOfThePack) {
  const auto state = OpenSmall();
  ASSERT_TRUE(state->map.is_complete());
  EXPECT_EQ(state->pattern, SmallBeat());
  EXPECT_TRUE(state->is_example);
  EXPECT_EQ(TitleOfBeat(*state), "First beat");
  EXPECT_EQ(PayloadOf(*state), "");  // nothing of the reader's yet
  // Whoever copies it all the same takes the beat along: the pack may begin with another one day.
  EXPECT_EQ(WholeBeatOf(*state), WriteBeat(SmallBeat()));
}

TEST(SoundsState, ALinkOpensExactlyItsBeat) {
  Pattern beat = SmallBeat();
  beat.tempo_bpm = 77;
  beat.tracks[2].chance = 9;
  const auto state = OpenSmall(WriteBeat(beat));
  EXPECT_EQ(state->pattern, beat);
  EXPECT_FALSE(state->is_example);
  EXPECT_EQ(PayloadOf(*state), WriteBeat(beat));
}

TEST(SoundsState, ABrokenLinkSaysSoAndTheFirstBeatIsThere) {
  const auto state = OpenSmall("\x01nonsense");
  EXPECT_EQ(state->pattern, SmallBeat());
  EXPECT_FALSE(state->notice.empty());
}

TEST(SoundsState, SoundsThatThePackHasNotAreSaidAndLoseNothing) {
  Pattern beat = SmallBeat();
  beat.tracks[1].clip_id = 5;
  const auto state = OpenSmall(WriteBeat(beat));
  EXPECT_EQ(state->pattern, beat);
  EXPECT_EQ(ItemOfTrack(*state, 1), kNoItem);
  EXPECT_NE(state->notice.find("One of the beat"), std::string::npos);
  EXPECT_EQ(PayloadOf(*state), WriteBeat(beat));  // goes on as it came
}

TEST(SoundsState, InSomebodysPageNothingOfTheSoundsIsFetchedBeforeAPress) {
  const SmallSounds pack;
  SoundsState state;
  state.is_careful = true;
  StartSounds(state, pack.head, "");
  Effects all;
  for (const auto& [name, chunk] : pack.chunks) {
    for (Effect& effect : TakeChunk(state, name, chunk.first, ByteSpan(chunk.second))) {
      all.push_back(std::move(effect));
    }
  }
  EXPECT_EQ(Find<FetchEffect>(all), nullptr);
  EXPECT_NE(Find<PrepareSoundEffect>(all), nullptr);
  const Effects pressed = Apply(state, "play", "");
  ASSERT_NE(Find<FetchEffect>(pressed), nullptr);
  EXPECT_EQ(Find<FetchEffect>(pressed)->section, "sprites");
  EXPECT_EQ(Find<StartSoundEffect>(pressed), nullptr);  // not before they are there
  EXPECT_TRUE(OffersPause(state));
  EXPECT_FALSE(state.audio_note.empty());
}

TEST(SoundsState, StepsToggleAndComeBackByUndo) {
  const auto state = OpenSmall();
  const Effects effects = Apply(*state, "step", "1 2");
  EXPECT_EQ(state->pattern.tracks[1].steps[2], kUsualLoudness);
  EXPECT_NE(Find<SetLinkEffect>(effects), nullptr);
  EXPECT_FALSE(PayloadOf(*state).empty());
  Apply(*state, "undo", "");
  EXPECT_EQ(state->pattern, SmallBeat());
  Apply(*state, "redo", "");
  EXPECT_EQ(state->pattern.tracks[1].steps[2], kUsualLoudness);
}

TEST(SoundsState, WhatOneDragPaintsIsOneChange) {
  const auto state = OpenSmall();
  Apply(*state, "paint-begin", "");
  for (int step = 0; step < 8; ++step) Apply(*state, "loud", "3 " + std::to_string(step) + " 6");
  const Effects done = Apply(*state, "paint-end", "");
  EXPECT_NE(Find<SetLinkEffect>(done), nullptr);
  EXPECT_EQ(state->pattern.tracks[3].steps[7], 6);
  Apply(*state, "undo", "");
  EXPECT_EQ(state->pattern, SmallBeat());
}

TEST(SoundsState, HostileArgumentsDoNothing) {
  const auto state = OpenSmall();
  for (const char* action :
       {"step",        "loud",         "tempo",    "tempo-typed",   "tempo-key",
        "swing-share", "chance-share", "bars",     "page",          "ring",
        "put",         "put-in",       "volume",   "volume-share",  "pitch-share",
        "pan-share",   "mute",         "solo",     "lock",          "remove-track",
        "hear",        "pin",          "go",       "filter-region", "filter-licence",
        "save-bars",   "search",       "why-open", "why-right",     "why-part",
        "why-hear",    "own-forget",   "own-file"}) {
    for (const char* argument : {"", " ", "-1", "99999999999999999999", "1 2 3 4 5", "9 9 9", "x",
                                 "8 -5", "4294967295", "\xFF\xFE", "1  2", "1 "}) {
      Apply(*state, action, argument);
      ASSERT_TRUE(CheckPattern(state->pattern)) << action << " " << argument;
      ASSERT_EQ(state->in_rings.size(), state->pattern.tracks.size());
    }
  }
  EXPECT_TRUE(Apply(*state, "no such thing", "1").empty());
}

TEST(SoundsState, ASoundIsPutIntoTheChosenRing) {
  const auto state = OpenSmall();
  Apply(*state, "ring", "2");
  Apply(*state, "put", "9");
  EXPECT_EQ(state->pattern.tracks[2].clip_id, SmallId(9));
  EXPECT_EQ(NameOf(*state, ItemOfTrack(*state, 2)), "Saw");
}

TEST(SoundsState, ChanceIsTheChosenRingsOrThatOfAllThatAreNotLocked) {
  const auto state = OpenSmall();
  Apply(*state, "lock", "1");
  Apply(*state, "chance-share", "0.2667");
  EXPECT_EQ(state->pattern.tracks[0].chance, 4);
  EXPECT_EQ(state->pattern.tracks[1].chance, 0);
  Apply(*state, "ring", "1");
  Apply(*state, "chance-share", "1");
  EXPECT_EQ(state->pattern.tracks[1].chance, 15);
  EXPECT_EQ(state->pattern.tracks[0].chance, 4);
}

TEST(SoundsState, ARingOfNoSoundIsCalledThat) {
  Pattern beat = SmallBeat();
  beat.tracks[1].clip_id = 5;
  const auto state = OpenSmall(WriteBeat(beat));
  const Effects chosen = Apply(*state, "ring", "1");
  EXPECT_EQ(Find<SayEffect>(chosen)->text, "Snare, a sound this map does not have");
}

TEST(SoundsState, ShuffleLeavesLockedRingsAndGivesOthersEachTime) {
  const auto state = OpenSmall();
  Apply(*state, "lock", "0");
  const Pattern before = state->pattern;
  Apply(*state, "shuffle", "");
  EXPECT_EQ(state->pattern.tracks[0].clip_id, before.tracks[0].clip_id);
  EXPECT_NE(state->pattern, before);
  std::set<std::vector<uint32_t>> seen;
  for (int press = 0; press < 4; ++press) {
    std::vector<uint32_t> sounds;
    for (const Track& track : state->pattern.tracks) sounds.push_back(track.clip_id);
    seen.insert(sounds);
    Apply(*state, "shuffle", "");
  }
  EXPECT_GE(seen.size(), 3u);
  for (size_t track = 0; track < 4; ++track) {
    EXPECT_EQ(state->pattern.tracks[track].steps, before.tracks[track].steps);
  }
}

TEST(SoundsState, RingsAreAddedAndTakenAway) {
  const auto state = OpenSmall();
  for (int more = 4; more < kMostTracks; ++more) Apply(*state, "add-track", "");
  EXPECT_EQ(state->track_count(), kMostTracks);
  Apply(*state, "add-track", "");
  EXPECT_EQ(state->track_count(), kMostTracks);
  for (int i = 0; i < 20; ++i) Apply(*state, "remove-track", "0");
  EXPECT_EQ(state->track_count(), 1);
}

TEST(SoundsState, AnotherBeatIsTheNextOfThePack) {
  const auto state = OpenSmall();
  Apply(*state, "next-beat", "");
  EXPECT_EQ(TitleOfBeat(*state), "Second beat");
  EXPECT_EQ(state->pattern.tempo_bpm, 90);
  Apply(*state, "next-beat", "");
  EXPECT_EQ(state->pattern, SmallBeat());
  Apply(*state, "undo", "");
  EXPECT_EQ(state->pattern.tempo_bpm, 90);
}

TEST(SoundsState, NothingIsHeardBeforeAPress) {
  const auto state = OpenSmall();
  EXPECT_TRUE(Audition(*state, 5).empty());
  Apply(*state, "hear", "5");
  EXPECT_EQ(state->waits_to_hear, 5u);  // as soon as its samples are here
}

TEST(SoundsState, APackThatLacksASectionSaysSo) {
  SmallSounds pack;
  std::erase_if(pack.head.sections, [](const SectionRef& one) { return one.name == "clips"; });
  SoundsState state;
  StartSounds(state, pack.head, "");
  EXPECT_FALSE(state.error.empty());
}

TEST(SoundsState, TheLoudspeakersNewsAreShownAndStopTheBeat) {
  const auto state = OpenSmall();
  Apply(*state, "play", "");
  state->player.Start(state->pattern);
  const Effects effects = TakeSoundNews(*state, {SoundState::kOutOfView, 44100, 44000});
  EXPECT_FALSE(OffersPause(*state));
  EXPECT_FALSE(state->player.is_on());
  EXPECT_EQ(state->audio_note, "Paused while out of view");
  EXPECT_NE(Find<SayEffect>(effects), nullptr);
}

TEST(SoundsState, APressThatTheBrowserDidNotTakeIsSaidAndTheBeatWaits) {
  const auto state = OpenSmall();
  Apply(*state, "play", "");
  TakeSoundNews(*state, {SoundState::kBlocked, -1, -1});
  EXPECT_EQ(state->audio_note, "Tap Play to hear it.");
  // So Play is what the button says, and pressing it is what the browser waits for: no stop.
  EXPECT_FALSE(OffersPause(*state));
  const Effects pressed = Apply(*state, "play", "");
  EXPECT_NE(Find<PrepareSoundEffect>(pressed), nullptr);
  EXPECT_EQ(Find<StopSoundEffect>(pressed), nullptr);
  TakeSoundNews(*state, {SoundState::kPlaying, 0, 0});
  EXPECT_EQ(state->audio_note, "");
  EXPECT_TRUE(OffersPause(*state));
  EXPECT_NE(Find<StopSoundEffect>(Apply(*state, "play", "")), nullptr);
}

TEST(SoundsState, WhatIsAskedForLaterAndDoesNotComeIsSaidAndAskedForAgain) {
  const auto state = OpenSmall();
  const ChunkRef credits{"credits-0.bin", 0, 0, 100, 4};
  EXPECT_NE(Find<FetchEffect>(Apply(*state, "copy-credits", "")), nullptr);
  TakeChunk(*state, "credits", credits, Fail(ErrorCode::kUnavailable, "It did not come."));
  EXPECT_EQ(state->notice, "It did not come.");
  EXPECT_EQ(state->missing, "It did not come.");
  // Whoever opens them later has not asked for a copy.
  EXPECT_FALSE(state->waits_to_copy);
  EXPECT_NE(Find<FetchEffect>(Apply(*state, "credits", "")), nullptr);
  EXPECT_EQ(state->missing, "");
}

TEST(SoundsState, BackToThePlainAddressKeepsTheBeatForUndoAndFetchesNothingInSomebodysPage) {
  Pattern beat = SmallBeat();
  beat.tempo_bpm = 77;
  const auto state = OpenSmall(WriteBeat(beat), true);
  const Effects back = TakeLink(*state, "");
  EXPECT_EQ(Find<FetchEffect>(back), nullptr);
  EXPECT_EQ(state->pattern, SmallBeat());
  Apply(*state, "undo", "");
  EXPECT_EQ(state->pattern.tempo_bpm, 77);
}

TEST(SoundsState, EveryHalfBarOfTwoIsReachedAlsoWhileAStepHasTheKeyboard) {
  const auto state = OpenSmall();
  Apply(*state, "bars", "2");
  Apply(*state, "grid-at", "0 1");
  Apply(*state, "page", "3");
  EXPECT_EQ(state->page_of_steps, 3);
  EXPECT_FALSE(state->grid_focus.has_value());
  Apply(*state, "page", "4");
  EXPECT_EQ(state->page_of_steps, 3);
}

TEST(SoundsState, AHandThatChangesNothingTakesNothingFromUndo) {
  const auto state = OpenSmall();
  Apply(*state, "tempo", "150");
  Apply(*state, "undo", "");
  ASSERT_TRUE(state->history.can_redo());
  Apply(*state, "paint-begin", "");
  Apply(*state, "volume", "0 7");  // as it was
  Apply(*state, "paint-end", "");
  Apply(*state, "tempo-typed", "120");
  EXPECT_TRUE(state->history.can_redo());
  EXPECT_FALSE(state->history.can_undo());
  // And one that moves far is one change.
  Apply(*state, "paint-begin", "");
  for (const char* volume : {"0 6", "0 5", "0 4"}) Apply(*state, "volume", volume);
  Apply(*state, "paint-end", "");
  Apply(*state, "undo", "");
  EXPECT_EQ(state->pattern, SmallBeat());
}

TEST(SoundsState, NeighboursAreThereOnceAllOfThemAre) {
  const auto state = OpenSmall();
  NeighborLists half;
  half.per_item = 1;
  half.flat.assign(6, Neighbor{3, 0.5f});
  const std::vector<uint8_t> bytes = WriteNeighbors(half);
  const ChunkRef first{"neighbors-0.bin", 0, 6, 100, 1}, second{"neighbors-1.bin", 6, 6, 100, 2};
  TakeChunk(*state, "neighbors", first, ByteSpan(bytes));
  TakeChunk(*state, "neighbors", first, ByteSpan(bytes));  // again
  EXPECT_FALSE(state->map.has_neighbors());
  TakeChunk(*state, "neighbors", second, ByteSpan(bytes));
  EXPECT_TRUE(state->map.has_neighbors());
}

TEST(SoundsState, FiltersLeaveWhatIsWanted) {
  const auto state = OpenSmall();
  Apply(*state, "filter-region", "1");
  EXPECT_FALSE(IsShown(*state, 0));
  EXPECT_TRUE(IsShown(*state, 8));
  Apply(*state, "filter-licence", "0");
  EXPECT_FALSE(IsShown(*state, 7));
  Apply(*state, "filter-region", "1");
  EXPECT_TRUE(IsShown(*state, 0));
}

TEST(SoundsState, APacksBeatKeepsItsNameAlsoFromALink) {
  const auto first = OpenSmall();
  Apply(*first, "next-beat", "");
  const std::string second = WholeBeatOf(*first);
  EXPECT_EQ(TitleOfBeat(*OpenSmall(second)), "Second beat");
  const auto open = OpenSmall();
  TakeLink(*open, second);
  EXPECT_EQ(TitleOfBeat(*open), "Second beat");
  Apply(*open, "tempo", "91");
  EXPECT_EQ(TitleOfBeat(*open), "A beat at 91 a minute");
}

TEST(SoundsState, APictureWaitsForTheMakersNamesButNotForEver) {
  const auto state = OpenSmall();
  const Effects asked = SaveSoundsPicture(*state, false);
  EXPECT_EQ(Find<SavePictureEffect>(asked), nullptr);
  ASSERT_NE(Find<FetchEffect>(asked), nullptr);
  const ChunkRef chunk = SmallSounds().head.Find("credits")->chunks[0];
  const Effects failed =
      TakeChunk(*state, "credits", chunk, Fail(ErrorCode::kUnavailable, "It did not come."));
  EXPECT_NE(Find<SavePictureEffect>(failed), nullptr);
  SaveSoundsPicture(*state, true);
  Credits credits;
  credits.packages.push_back({"kit", "1.2", "npm"});
  for (uint32_t item = 0; item < kSmallSounds; ++item) {
    credits.clips.push_back({0, "a.wav", item < 3 ? "Ada" : "Bob", ""});
  }
  const std::vector<uint8_t> bytes = WriteCredits(credits);
  const Effects come = TakeChunk(*state, "credits", chunk, ByteSpan(bytes));
  ASSERT_NE(Find<SavePictureEffect>(come), nullptr);
  EXPECT_TRUE(Find<SavePictureEffect>(come)->svg);
  // One maker's sounds stand together.
  EXPECT_EQ(CreditLine(*state),
            "Door, Matchbox by Ada, CC0-1.0 (kit 1.2); Boot on stairs by Ada, CC-BY-SA-3.0 "
            "(kit 1.2); Key in a lock by Bob, CC-BY-SA-3.0 (kit 1.2)");
  EXPECT_EQ(PictureCredits(*state), "Sounds by Ada (CC0-1.0), Ada, Bob (CC-BY-SA-3.0)");
}

TEST(SoundsState, ANewRingStandsApartFromAllOthers) {
  const auto state = OpenSmall();
  Apply(*state, "ring", "1");
  for (int ring = 0; ring < 4; ++ring) Apply(*state, "add-track", "");
  ASSERT_EQ(state->track_count(), 8);
  std::set<uint32_t> stand_on;
  for (int track = 0; track < 8; ++track) stand_on.insert(ItemOfTrack(*state, track));
  EXPECT_EQ(stand_on.size(), 8u);
}

}  // namespace
}  // namespace meander
