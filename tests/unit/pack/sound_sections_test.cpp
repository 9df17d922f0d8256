// The sections of a pack of sounds there and back, and what is refused.
#include "pack/sound_sections.h"

#include <gtest/gtest.h>

#include "pack/format.h"

namespace meander {
namespace {

std::vector<ClipRecord> TwoClips() {
  return {{7, 3528, {440, 120, 0.25f}, Licence::kCc0, Bucket::kPresets, {255, 100, 10, 0, 0}},
          {8, 39690, {9000, 4000, 0.9f}, Licence::kCcBySa3, Bucket::kRest, {1, 2, 3, 4, 255}}};
}

TEST(SoundSections, ClipsComeBack) {
  const std::vector<ClipRecord> clips = TwoClips();
  const std::vector<uint8_t> bytes = WriteClips(clips);
  EXPECT_EQ(bytes.size(), 2 * kClipBytes);
  const auto read = ReadClips(bytes, 2);
  ASSERT_TRUE(read.has_value());
  for (size_t i = 0; i < 2; ++i) {
    EXPECT_EQ((*read)[i].id, clips[i].id);
    EXPECT_EQ((*read)[i].length_samples, clips[i].length_samples);
    EXPECT_EQ((*read)[i].shape.centroid_hz, clips[i].shape.centroid_hz);
    EXPECT_EQ((*read)[i].shape.bandwidth_hz, clips[i].shape.bandwidth_hz);
    EXPECT_EQ((*read)[i].shape.decay_s, clips[i].shape.decay_s);
    EXPECT_EQ((*read)[i].licence, clips[i].licence);
    EXPECT_EQ((*read)[i].bucket, clips[i].bucket);
    EXPECT_EQ((*read)[i].envelope, clips[i].envelope);
  }
}

TEST(SoundSections, ClipsThatCannotBeAreRefused) {
  std::vector<ClipRecord> clips = TwoClips();
  EXPECT_FALSE(ReadClips(WriteClips(clips), 3).has_value());
  clips[1].id = 7;
  EXPECT_FALSE(ReadClips(WriteClips(clips), 2).has_value()) << "one name in links for two";
  clips = TwoClips();
  clips[0].length_samples = 0;
  EXPECT_FALSE(ReadClips(WriteClips(clips), 2).has_value());
  std::vector<uint8_t> bytes = WriteClips(TwoClips());
  bytes[14] = kLicenceCount;
  EXPECT_FALSE(ReadClips(bytes, 2).has_value()) << "a licence that there is not";
}

Sprite TwoSlots(ByteSpan mp3) { return {1987, {{5515, 100}, {7000, 50}}, mp3}; }
Clip WithClickAt(uint32_t at) {
  Clip clip{std::vector<float>(8000, 0.f)};
  clip.samples[at] = 0.8f;
  for (uint32_t i = 5515; i < 8000; ++i) clip.samples[i] = static_cast<float>(i) / 8000;
  return clip;
}

TEST(SoundSections, ASpriteIsCutWhereItSays) {
  const std::vector<uint8_t> mp3 = {1, 2, 3}, bytes = WriteSprite(TwoSlots(mp3));
  const auto sprite = ReadSprite(bytes, 2);
  ASSERT_TRUE(sprite.has_value());
  EXPECT_EQ(std::vector<uint8_t>(sprite->mp3.begin(), sprite->mp3.end()), mp3);
  const auto clips = CutSprite(*sprite, WithClickAt(1987));
  ASSERT_TRUE(clips.has_value());
  ASSERT_EQ(clips->size(), size_t{2});
  EXPECT_EQ((*clips)[0].samples.size(), size_t{100});
  EXPECT_EQ((*clips)[1].samples[0], 7000.f / 8000);
}

TEST(SoundSections, ADecoderThatShiftsIsNoticed) {
  const std::vector<uint8_t> mp3 = {1};
  const auto clips = CutSprite(TwoSlots(mp3), WithClickAt(1986));
  ASSERT_FALSE(clips.has_value());
  EXPECT_EQ(clips.error().code, ErrorCode::kMismatch);
  Clip small = WithClickAt(1987);
  small.samples.resize(7020);
  EXPECT_EQ(CutSprite(TwoSlots(mp3), small).error().code, ErrorCode::kCorrupt);
}

TEST(SoundSections, SlotsThatOverlapOrLeaveAreRefused) {
  const std::vector<uint8_t> mp3 = {1};
  Sprite sprite = TwoSlots(mp3);
  sprite.slots[1].first_sample = 5600;
  EXPECT_FALSE(ReadSprite(WriteSprite(sprite), 2).has_value());
  sprite = TwoSlots(mp3);
  sprite.slots[1].sample_count = 0xFFFFFFFF;
  EXPECT_FALSE(ReadSprite(WriteSprite(sprite), 2).has_value());
  EXPECT_FALSE(ReadSprite(WriteSprite(TwoSlots({})), 2).has_value()) << "without sound";
  const std::vector<uint8_t> bytes = WriteSprite(TwoSlots(mp3));
  for (size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(ReadSprite(ByteSpan(bytes).first(length), 2).has_value()) << length;
  }
}

FeatureModel SmallModel() {
  FeatureModel model;
  model.statistic_mean.assign(kStatistics, 1.5f);
  model.statistic_scale.assign(kStatistics, 0.25f);
  model.patch_mean.assign(kPatch, 30);
  model.axis_scale = {0.5f, 0.125f};
  for (size_t i = 0; i < 2 * kPatch; ++i) {
    model.axes.push_back(static_cast<float>(static_cast<int>(i % 101) - 50) / 1000);
  }
  return model;
}

TEST(SoundSections, TheModelComesBackWithinAStep) {
  const FeatureModel model = SmallModel();
  const std::vector<uint8_t> bytes = WriteFeatureModel(model);
  const auto read = ReadFeatureModel(bytes);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->statistic_mean, model.statistic_mean);
  EXPECT_EQ(read->statistic_scale, model.statistic_scale);
  EXPECT_EQ(read->patch_mean, model.patch_mean);
  EXPECT_EQ(read->axis_scale, model.axis_scale);
  ASSERT_EQ(read->axes.size(), model.axes.size());
  for (size_t i = 0; i < model.axes.size(); ++i) {
    EXPECT_NEAR(read->axes[i], model.axes[i], 0.05 / 32767) << i;
  }
  // Once through its bytes it stays as it is: maker, tool and page have the same.
  EXPECT_EQ(WriteFeatureModel(*read),
            WriteFeatureModel(*ReadFeatureModel(WriteFeatureModel(*read))));
  for (size_t length = 0; length < bytes.size(); length += 97) {
    EXPECT_FALSE(ReadFeatureModel(ByteSpan(bytes).first(length)).has_value()) << length;
  }
}

TEST(SoundSections, AModelOfOtherFeaturesIsRefused) {
  std::vector<uint8_t> bytes = WriteFeatureModel(SmallModel());
  bytes[kSoundSpaceId.size()] = '9';
  EXPECT_EQ(ReadFeatureModel(bytes).error().code, ErrorCode::kMismatch);
}

TEST(SoundSections, CreditsComeBackAndLinksAreHeld) {
  Credits credits{{{"supersonic-scsynth-samples", "0.84.2", "npm"}},
                  {{0, "samples/bd_haus.flac", "Rodrigo", "https://freesound.org/people/x/"},
                   {0, "samples/bd_zum.flac", "", ""}}};
  const auto read = ReadCredits(WriteCredits(credits), 2);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->packages[0].version, "0.84.2");
  EXPECT_EQ(read->clips[0].author, "Rodrigo");
  EXPECT_EQ(read->clips[1].path, "samples/bd_zum.flac");
  EXPECT_FALSE(ReadCredits(WriteCredits(credits), 3).has_value());
  for (const char* wrong : {"javascript:alert(1)", "http://freesound.org/people/x/"}) {
    credits.clips[0].source = wrong;
    EXPECT_FALSE(ReadCredits(WriteCredits(credits), 2).has_value()) << wrong;
  }
  credits.clips[0] = {1, "a", "", ""};
  EXPECT_FALSE(ReadCredits(WriteCredits(credits), 2).has_value()) << "a package that there is not";
}

TEST(SoundSections, NumbersOfLicencesStay) {
  EXPECT_EQ(NameOf(static_cast<Licence>(0)), "CC0-1.0");
  EXPECT_EQ(NameOf(static_cast<Licence>(5)), "CC-BY-SA-3.0");
  EXPECT_TRUE(IsShareAlike(Licence::kCcBySa3));
  EXPECT_FALSE(IsShareAlike(Licence::kCcBy4));
}

}  // namespace
}  // namespace meander
