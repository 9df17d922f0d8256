// Shuffle gives other sounds and keeps the beat.
#include "audio/shuffle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "audio/roles.h"
#include "base/rng.h"

namespace meander {
namespace {

// Shapes as clips have them that are called so (see roles.cpp), spread around.
std::vector<ShapedClip> ManyClips(Rng& rng) {
  const ClipShape kinds[] = {
      {85, 120, 0.2f}, {1400, 2300, 0.15f}, {10'500, 4500, 0.09f}, {450, 250, 0.7f}};
  std::vector<ShapedClip> clips;
  for (uint32_t i = 0; i < 400; ++i) {
    ClipShape shape = kinds[i % 4];
    shape.centroid_hz *= 0.85f + 0.3f * rng.Unit();
    shape.bandwidth_hz *= 0.85f + 0.3f * rng.Unit();
    clips.push_back({1000 + i, shape});
  }
  return clips;
}
uint32_t KindOf(uint32_t clip_id) { return (clip_id - 1000) % 4; }

TEST(Roles, TellsKickSnareAndHatApart) {
  // Measured: bd_haus, bd_808, bd_boom; sn_dolf, drum_snare_hard, sn_dub; hat_snap,
  // drum_cymbal_closed, hat_metal; a choir, a tabla, a bell.
  for (const ClipShape& kick : {ClipShape{86, 288, 0.17f}, {48, 19, 0.095f}, {64, 36, 0.79f}}) {
    EXPECT_EQ(RoleOf(kick), Role::kKick);
  }
  for (const ClipShape& snare :
       {ClipShape{977, 2033, 0.125f}, {1435, 2659, 0.135f}, {3366, 4168, 0.21f}}) {
    EXPECT_EQ(RoleOf(snare), Role::kSnare);
  }
  for (const ClipShape& hat :
       {ClipShape{14'145, 4996, 0.1f}, {10'484, 4271, 0.1f}, {4577, 4912, 0.11f}}) {
    EXPECT_EQ(RoleOf(hat), Role::kHat);
  }
  for (const ClipShape& other :
       {ClipShape{875, 336, 0.595f}, {317, 57, 0.755f}, {6418, 1674, 0.865f}}) {
    EXPECT_EQ(RoleOf(other), Role::kExtra);
  }
  EXPECT_EQ(RoleOf({}), Role::kExtra);
  for (const Role role : {Role::kKick, Role::kSnare, Role::kHat, Role::kExtra}) {
    EXPECT_EQ(RoleScore({}, role), 0);
    const float score = RoleScore({86, 288, 0.17f}, role);
    EXPECT_GE(score, 0);
    EXPECT_LE(score, 1);
  }
}

TEST(Shuffle, StillHasAKickASnareAndAHatWhateverTheSeed) {
  Rng rng(1);
  const auto clips = ManyClips(rng);
  std::set<uint32_t> kicks;
  for (uint64_t seed = 0; seed < 100; ++seed) {
    Pattern pattern = EmptyPattern();
    EXPECT_EQ(Shuffle(pattern, clips, seed), 4);
    for (uint32_t track = 0; track < 3; ++track)
      EXPECT_EQ(KindOf(pattern.tracks[track].clip_id), track);
    kicks.insert(pattern.tracks[0].clip_id);
  }
  EXPECT_GT(kicks.size(), 8u);
}

TEST(Shuffle, KeepsLockedTracksStepsAndSettings) {
  Rng rng(2);
  const auto clips = ManyClips(rng);
  Pattern pattern = EmptyPattern();
  ToggleStep(pattern, 1, 4);
  pattern.tracks[1].pan = 3;
  pattern.tracks[2].locked = true;
  pattern.tracks[2].clip_id = 77;
  const Pattern before = pattern;
  EXPECT_EQ(Shuffle(pattern, clips, 5), 3);
  EXPECT_NE(pattern.tracks[1].clip_id, before.tracks[1].clip_id);
  EXPECT_EQ(pattern.tracks[2], before.tracks[2]);
  for (size_t track = 0; track < 4; ++track)
    pattern.tracks[track].clip_id = before.tracks[track].clip_id;
  EXPECT_EQ(pattern, before);
}

TEST(Shuffle, IsTheSameForTheSameSeedInWhateverOrder) {
  Rng rng(3);
  auto clips = ManyClips(rng);
  Pattern one = EmptyPattern(), other = EmptyPattern();
  Shuffle(one, clips, 6);
  std::ranges::reverse(clips);
  Shuffle(other, clips, 6);
  EXPECT_EQ(one, other);
  Shuffle(other, clips, 7);
  EXPECT_NE(one, other);
}

TEST(Shuffle, GivesNoSoundTwiceAndAlwaysAnother) {
  Rng rng(4);
  const auto clips = ManyClips(rng);
  Pattern pattern = EmptyPattern();
  while (AddTrack(pattern, 0, Role::kHat)) {
  }
  for (uint64_t seed = 0; seed < 50; ++seed) {
    const Pattern before = pattern;
    Shuffle(pattern, clips, seed);
    std::set<uint32_t> ids;
    for (size_t i = 0; i < pattern.tracks.size(); ++i) {
      ids.insert(pattern.tracks[i].clip_id);
      EXPECT_NE(pattern.tracks[i].clip_id, before.tracks[i].clip_id);
    }
    EXPECT_EQ(ids.size(), pattern.tracks.size());
  }
}

TEST(Shuffle, WithNothingToChooseNothingChanges) {
  Pattern pattern = EmptyPattern();
  EXPECT_EQ(Shuffle(pattern, {}, 1), 0);
  const ShapedClip silent[] = {{5, {}}};
  EXPECT_EQ(Shuffle(pattern, silent, 1), 0);
  EXPECT_EQ(pattern, EmptyPattern());
}

}  // namespace
}  // namespace meander
