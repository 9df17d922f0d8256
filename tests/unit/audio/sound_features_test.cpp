// What a clip's features say, and what they do not depend on.
#include "audio/sound_features.h"

#include <gtest/gtest.h>

#include "audio/feature_space.h"
#include "audio/trim.h"
#include "test_sounds.h"

namespace meander {
namespace {

TEST(SoundFeatures, DoNotDependOnLoudness) {
  FeatureReader reader;
  const SoundFeatures loud = reader.Of(Noise(0.4, 0.8)), soft = reader.Of(Noise(0.4, 0.02));
  for (size_t i = 0; i < kStatistics; ++i) {
    EXPECT_NEAR(loud.statistics[i], soft.statistics[i], 1e-2) << i;
  }
  for (size_t i = 0; i < kPatch; ++i) EXPECT_NEAR(loud.patch[i], soft.patch[i], 1e-2) << i;
}

TEST(SoundFeatures, SayHowLongASoundIs) {
  FeatureReader reader;
  EXPECT_NEAR(reader.Of(Noise(0.5)).statistics.back(), std::log(0.5), 1e-4);
}

TEST(SoundFeatures, ThePatchShowsWhenASoundEnds) {
  const SoundFeatures features = FeatureReader().Of(Noise(0.1));
  const auto slot = [&](int s) {
    float sum = 0;
    for (int band = 0; band < kPatchBands; ++band) {
      sum += features.patch[static_cast<size_t>(s * kPatchBands + band)];
    }
    return sum / kPatchBands;
  };
  EXPECT_GT(slot(0), 40);  // dB above the floor
  EXPECT_EQ(slot(6), 0);
}

TEST(SoundFeatures, ASteadySineHasNoDeviation) {
  const SoundFeatures features = FeatureReader().Of(Sine(440, 0.5));
  LogMel mel(kStatisticBands);
  size_t band = 0;
  while (mel.MiddleOf(static_cast<int>(band) + 1) < 440) ++band;
  const float mean = std::max(features.statistics[band], features.statistics[band + 1]);
  EXPECT_GT(mean, kReach_db - 6);
  // The same reader, asked again, says the same to the last bit.
  FeatureReader reader;
  EXPECT_EQ(reader.Of(Sine(440, 0.5)).statistics, features.statistics);
  EXPECT_EQ(reader.Of(Sine(440, 0.5)).patch, features.patch);
}

FeatureModel PlainModel() {
  FeatureModel model;
  model.statistic_mean.assign(kStatistics, 10);
  model.statistic_scale.assign(kStatistics, 0.1f);
  model.patch_mean.assign(kPatch, 20);
  model.axes.assign(2 * kPatch, 0);
  model.axes[3] = 1;
  model.axes[kPatch + 7] = 1;
  model.axis_scale = {2, 0.5f};
  return model;
}

TEST(FeatureSpace, IsWhatItsHeaderSays) {
  SoundFeatures features;
  features.statistics.fill(10);
  features.statistics[4] = 40;  // 3 after scaling
  features.patch.fill(20);
  features.patch[3] = 22;  // 2 · 2 = 4
  const std::vector<float> vector = Embed(PlainModel(), features);
  ASSERT_EQ(vector.size(), kStatistics + 2);
  EXPECT_NEAR(vector[4], 0.6, 1e-6);
  EXPECT_NEAR(vector[kStatistics], 0.8, 1e-6);
  EXPECT_EQ(vector[kStatistics + 1], 0);
}

TEST(FeatureSpace, TheMeanOfAllStillHasADirection) {
  SoundFeatures features;
  features.statistics.fill(10);
  features.patch.fill(20);
  EXPECT_EQ(Embed(PlainModel(), features)[0], 1);
}

}  // namespace
}  // namespace meander
