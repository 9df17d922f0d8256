// The room by keys alone.
#include "sounds/keys.h"

#include <gtest/gtest.h>

#include "small_sounds.h"
#include "sounds/scene.h"

namespace meander {
namespace {

struct Keys {
  std::unique_ptr<SoundsState> state = OpenSmall();
  std::shared_ptr<const PointTable> dots = SoundDots(*state, 1);
  std::optional<Effects> Press(std::string_view key, bool shift = false) {
    return ApplyKey(*state, dots.get(), key, shift);
  }
};

TEST(SoundKeys, SpacePlaysAndPauses) {
  Keys keys;
  keys.Press("Space");
  EXPECT_TRUE(OffersPause(*keys.state));
  keys.Press("Space");
  EXPECT_FALSE(OffersPause(*keys.state));
}

TEST(SoundKeys, WithoutARingNoneIsMutedOrLocked) {
  Keys keys;
  EXPECT_FALSE(keys.Press("m"));
  EXPECT_FALSE(keys.Press("L"));
  EXPECT_EQ(keys.state->pattern, SmallBeat());
  keys.Press("2");
  keys.Press("m");
  EXPECT_TRUE(keys.state->pattern.tracks[1].mute);
}

TEST(SoundKeys, ANumberChoosesARingAndArrowsMoveIt) {
  Keys keys;
  keys.Press("1");
  EXPECT_EQ(keys.state->chosen, 0);
  const auto effects = keys.Press("ArrowUp");
  ASSERT_TRUE(effects);
  EXPECT_EQ(ItemOfTrack(*keys.state, 0), 4u);  // the row above
  EXPECT_EQ(Find<SayEffect>(*effects)->text, "Rain on tin");
  keys.Press("ArrowRight");
  EXPECT_EQ(ItemOfTrack(*keys.state, 0), 5u);
}

TEST(SoundKeys, WithoutARingArrowsGoFromSoundToSound) {
  Keys keys;
  keys.Press("ArrowRight");
  EXPECT_EQ(keys.state->cursor, 1u);
  EXPECT_EQ(keys.state->pattern, SmallBeat());
  const auto effects = keys.Press("Enter");
  ASSERT_TRUE(effects);
  EXPECT_EQ(keys.state->pinned, 1u);
  keys.Press("Escape");
  EXPECT_EQ(keys.state->pinned, kNoItem);
}

TEST(SoundKeys, AtTheMapsEdgeItIsSaid) {
  Keys keys;
  keys.state->cursor = 0;
  const auto effects = keys.Press("ArrowLeft");
  ASSERT_TRUE(effects && Find<SayEffect>(*effects));
  EXPECT_EQ(keys.state->cursor, 0u);
}

TEST(SoundKeys, TheGridIsReachedAndPlayedByKeys) {
  Keys keys;
  keys.Press("g");
  ASSERT_TRUE(keys.state->grid_focus);
  keys.Press("ArrowRight");
  keys.Press("ArrowDown");
  keys.Press("Enter");
  EXPECT_EQ(keys.state->pattern.tracks[1].steps[1], kUsualLoudness);
  keys.Press("ArrowUp", true);
  EXPECT_EQ(keys.state->pattern.tracks[1].steps[1], kUsualLoudness + 1);
  for (int i = 0; i < 20; ++i) keys.Press("ArrowDown", true);
  EXPECT_EQ(keys.state->pattern.tracks[1].steps[1], 1);
  for (int i = 0; i < 40; ++i) keys.Press("ArrowRight");
  EXPECT_EQ(keys.state->grid_focus->second, kBarSteps - 1);
  keys.Press("Escape");
  EXPECT_FALSE(keys.state->grid_focus);
}

TEST(SoundKeys, LocksMutesShufflesAndTakesBack) {
  Keys keys;
  keys.Press("2");
  keys.Press("l");
  EXPECT_TRUE(keys.state->pattern.tracks[1].locked);
  keys.Press("m");
  EXPECT_TRUE(keys.state->pattern.tracks[1].mute);
  keys.Press("z");
  EXPECT_FALSE(keys.state->pattern.tracks[1].mute);
  keys.Press("Z", true);
  EXPECT_TRUE(keys.state->pattern.tracks[1].mute);
  EXPECT_FALSE(keys.Press("q"));  // nobody's
}

}  // namespace
}  // namespace meander
