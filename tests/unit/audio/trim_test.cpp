// Where a hit begins and ends, and how loud it comes out.
#include "audio/trim.h"

#include <gtest/gtest.h>

#include "audio/loudness.h"
#include "test_sounds.h"

namespace meander {
namespace {

TEST(Loudness, IsWhatTheRecommendationSays) {
  // A sine of 997 Hz at 0 dBFS reads -3.01 LUFS (BS.1770-4, one channel).
  EXPECT_NEAR(LoudnessOf(Sine(997, 1, 1).samples), -3.01, 0.05);
  EXPECT_EQ(LoudnessOf(Silence(1).samples), -100);
}

TEST(Trim, BeginsTwoMillisecondsBeforeTheSound) {
  const Clip clip = Trimmed(Joined(Silence(0.5), Noise(0.3)));
  size_t first = 0;
  while (first < clip.samples.size() && std::abs(clip.samples[first]) < 1e-3f) ++first;
  EXPECT_GE(first, 88u);  // 2 ms
  EXPECT_LE(first, 92u);
  EXPECT_NEAR(static_cast<double>(clip.samples.size()) / kSampleRate_hz, 0.302, 0.001);
}

TEST(Trim, KeepsToItsLengths) {
  EXPECT_EQ(Trimmed(Noise(3)).samples.size(), size_t{39690});    // 900 ms
  EXPECT_EQ(Trimmed(Noise(0.01)).samples.size(), size_t{3528});  // 80 ms
  EXPECT_TRUE(Trimmed({}).samples.empty());
  EXPECT_EQ(Trimmed(Silence(0.2)).samples.size(), Silence(0.2).samples.size());
}

TEST(Trim, FadesOutToNothing) {
  const Clip clip = Trimmed(Noise(2));
  EXPECT_LT(std::abs(clip.samples.back()), 1e-6f);
}

TEST(Trim, MakesLoudAndSoftAlike) {
  const Clip loud = Trimmed(Sine(500, 0.5, 0.9)), soft = Trimmed(Sine(500, 0.5, 0.05));
  ASSERT_EQ(loud.samples.size(), soft.samples.size());
  EXPECT_NEAR(LoudnessOf(loud.samples), kLoudness_lufs, 0.1);
  EXPECT_NEAR(LoudnessOf(soft.samples), kLoudness_lufs, 0.1);
}

TEST(Trim, NeverGoesAboveItsPeak) {
  Clip click = Silence(0.2);
  click.samples[100] = 0.3f;
  float peak = 0;
  for (const float sample : Trimmed(click).samples) peak = std::max(peak, std::abs(sample));
  EXPECT_NEAR(peak, kHighestPeak, 1e-3f);
}

}  // namespace
}  // namespace meander
