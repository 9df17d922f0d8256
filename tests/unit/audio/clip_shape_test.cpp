// The three numbers that tell a kick from a hat, and the name of a clip in links.
#include "audio/clip_shape.h"

#include <gtest/gtest.h>

#include "test_sounds.h"

namespace meander {
namespace {

TEST(ClipShape, ASineIsNarrowAtItsPitch) {
  const ClipShape shape = ShapeOf(Sine(1000, 0.4));
  EXPECT_NEAR(shape.centroid_hz, 1000, 15);
  EXPECT_LT(shape.bandwidth_hz, 120);
}

TEST(ClipShape, NoiseIsWide) {
  const ClipShape shape = ShapeOf(Noise(0.4));
  EXPECT_NEAR(shape.centroid_hz, 11025, 500);  // the middle of all
  EXPECT_NEAR(shape.bandwidth_hz, 6365, 300);  // 22050 / sqrt(12)
}

TEST(ClipShape, DecayIsTheTimeToTwentyDecibelsLess) {
  Clip clip = Noise(0.8, 0.9);
  for (size_t i = 0; i < clip.samples.size(); ++i) {
    clip.samples[i] *=
        static_cast<float>(std::pow(10.0, -static_cast<double>(i) / kSampleRate_hz / 0.3));
  }
  EXPECT_NEAR(ShapeOf(clip).decay_s, 0.3, 0.03);  // a tenth of the amplitude after 0.3 s
}

TEST(ClipShape, OfNothingIsNothing) {
  for (const Clip& clip : {Clip{}, Silence(0.1)}) {
    const ClipShape shape = ShapeOf(clip);
    EXPECT_EQ(shape.centroid_hz, 0);
    EXPECT_EQ(shape.bandwidth_hz, 0);
    EXPECT_EQ(shape.decay_s, 0);
  }
}

TEST(ClipId, ComesFromWhereTheClipComesFrom) {
  const uint32_t id = ClipId("supersonic-scsynth-samples", "samples/bd_haus.flac");
  EXPECT_EQ(id, ClipId("supersonic-scsynth-samples", "samples/bd_haus.flac"));
  EXPECT_NE(id, ClipId("supersonic-scsynth-samples", "samples/bd_zum.flac"));
  EXPECT_NE(id, ClipId("supersonic-scsynth-sample", "s\nsamples/bd_haus.flac"));
  EXPECT_EQ(id, 0xA4C9F1F9u) << "links that are out there name clips by this number";
}

}  // namespace
}  // namespace meander
