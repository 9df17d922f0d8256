// Names, siblings, sprites and regions of sounds, and the space they are laid out in.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/rng.h"
#include "make/sounds_regions.h"
#include "make/sounds_siblings.h"
#include "make/sounds_source.h"
#include "make/sounds_space.h"
#include "make/sounds_sprites.h"

namespace meander {
namespace {

SourceSound Named(const char* words, const char* number, uint32_t package = 0) {
  SourceSound sound;
  sound.words = words;
  sound.number = number;
  sound.package = package;
  return sound;
}

TEST(Sounds, ANumberIsKeptOnlyWhereItTellsTwoApart) {
  std::vector<SourceSound> sounds{Named("bass drum", "808"), Named("door", "1"), Named("door", "2"),
                                  Named("bell", ""), Named("bell", "")};
  NameSounds(sounds);
  EXPECT_EQ(sounds[0].name, "Bass drum");
  EXPECT_EQ(sounds[1].name, "Door 1");
  EXPECT_EQ(sounds[2].name, "Door 2");
  EXPECT_EQ(sounds[3].name, "Bell");
  EXPECT_EQ(sounds[4].name, "Bell 2");
}

TEST(Sounds, SiblingsAreNumberedThreeOrMoreOfOnePackage) {
  const std::vector<SourceSound> sounds{
      Named("step", "1"), Named("step", "2"), Named("step", "3"), Named("step", "1", 1),
      Named("step", ""),  Named("pop", "1"),  Named("pop", "2")};
  const std::vector<int> groups = SiblingGroups(sounds);
  EXPECT_EQ(groups, (std::vector<int>{0, 0, 0, -1, -1, -1, -1}));
  // Nearest of the three: a sibling, a sibling, the other package's.
  const std::vector<uint32_t> nearest{1, 3, 0, 3, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0};
  EXPECT_DOUBLE_EQ(SiblingsNearest(groups, nearest, 2), 2. / 3);
  EXPECT_DOUBLE_EQ(SiblingsNearest(groups, nearest, 2, 2), 1);
}

TEST(Sounds, SpritesHoldWhatFitsAndOneBucket) {
  std::vector<Bucket> buckets(3, Bucket::kPresets);
  buckets.insert(buckets.end(), 100, Bucket::kStarter);
  buckets.insert(buckets.end(), 200, Bucket::kRest);
  std::vector<uint32_t> lengths(buckets.size(), kSampleRate_hz / 4);
  std::fill(lengths.begin() + 103, lengths.end(), kSampleRate_hz);
  const std::vector<uint32_t> sizes = SpriteSizes(buckets, lengths);
  size_t first = 0;
  for (const uint32_t size : sizes) {
    uint64_t length = 0;
    for (uint32_t i = 0; i < size; ++i) {
      EXPECT_EQ(buckets[first + i], buckets[first]);
      length += lengths[first + i];
    }
    EXPECT_LE(size, kMostClipsOfSprite);
    EXPECT_LE(length, kMostOfSprite_samples);
    first += size;
  }
  EXPECT_EQ(first, buckets.size());
  EXPECT_EQ(sizes[0], 3u);
  EXPECT_EQ(sizes.size(), size_t{1 + 2 + 8});  // 200 s in parts of 28 s at most
}

TEST(Sounds, StrokesSayWhereASoundIsLoud) {
  Clip clip{std::vector<float>(500, 0.f)};
  for (size_t i = 100; i < 200; ++i) clip.samples[i] = 0.8f;
  for (size_t i = 400; i < 500; ++i) clip.samples[i] = 0.4f;
  EXPECT_EQ(EnvelopeOf(clip), (std::array<uint8_t, kStrokes>{0, 255, 0, 0, 128}));
}

TEST(Sounds, RegionsAreCalledByTheWordThatSetsThemApart) {
  std::vector<SourceSound> sounds;
  std::vector<Point2> places;
  for (int i = 0; i < 20; ++i) {
    sounds.push_back(Named("snow footstep", ""));
    places.push_back({-0.8f + 0.001f * static_cast<float>(i), 0});
    sounds.push_back(Named("engine footstep", ""));
    places.push_back({0.8f + 0.001f * static_cast<float>(i), 0});
  }
  const SoundRegions made = MakeSoundRegions(sounds, places, 2, 1);
  std::vector<std::string> large;
  for (const Region& region : made.regions) {
    if (region.level == 0) large.push_back(region.name);
  }
  std::ranges::sort(large);
  EXPECT_EQ(large, (std::vector<std::string>{"Engine", "Snow"}));
  EXPECT_EQ(made.topics[0], made.topics[2]);
  EXPECT_NE(made.topics[0], made.topics[1]);
}

TEST(Sounds, TheSpaceGivesEachPartItsShare) {
  std::vector<SourceSound> sounds(40);
  Rng rng(5);
  for (SourceSound& sound : sounds) {
    for (float& value : sound.features.statistics) value = 30 * rng.Unit();
    for (float& value : sound.features.patch) value = 30 * rng.Unit();
  }
  const FeatureModel model = LearnSpace(sounds, {20, 0.25, 0});
  ASSERT_EQ(model.axis_count(), 20u);
  double statistics = 0, patch = 0;
  for (const SourceSound& sound : sounds) {
    for (size_t i = 0; i < kStatistics; ++i) {
      const double z = double{(sound.features.statistics[i] - model.statistic_mean[i]) *
                              model.statistic_scale[i]};
      statistics += z * z / 40;
    }
    for (uint32_t axis = 0; axis < 20; ++axis) {
      double sum = 0;
      for (size_t i = 0; i < kPatch; ++i) {
        sum += double{model.axes[axis * kPatch + i]} *
               double{sound.features.patch[i] - model.patch_mean[i]};
      }
      patch += std::pow(sum * double{model.axis_scale[axis]}, 2) / 40;
    }
  }
  EXPECT_NEAR(statistics, 0.75, 1e-3);
  EXPECT_NEAR(patch, 0.25, 1e-3);
  const std::vector<float> rows = EmbedAll(model, sounds);
  EXPECT_EQ(rows.size(), 40u * model.dim());
  EXPECT_EQ(EmbedAll(LearnSpace(sounds, {20, 0.25, 0}), sounds), rows) << "the same twice";
}

}  // namespace
}  // namespace meander
