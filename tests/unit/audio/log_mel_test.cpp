// Where known sounds stand in the picture of bands.
#include "audio/log_mel.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "test_sounds.h"

namespace meander {
namespace {

int LoudestBand(const MelPicture& picture, int frame) {
  int loudest = 0;
  for (int band = 1; band < picture.bands; ++band) {
    if (picture.At(frame, band) > picture.At(frame, loudest)) loudest = band;
  }
  return loudest;
}

TEST(LogMel, MelIsTheFormula) {
  EXPECT_NEAR(MelOf(1000), 999.99, 0.01);  // 2595 log10(1 + 1000 / 700)
  EXPECT_NEAR(HzOf(MelOf(440)), 440, 0.01);
}

TEST(LogMel, ASineStandsInItsBandAtItsLevel) {
  LogMel mel(64);
  for (const double hz : {110., 440., 3000., 12000.}) {
    const MelPicture picture = mel.Of(Sine(hz, 0.2, 1).samples);
    const int band = LoudestBand(picture, 10);
    EXPECT_LT(mel.MiddleOf(band - 1), hz) << hz;
    EXPECT_GT(mel.MiddleOf(band + 1), hz) << hz;
    EXPECT_NEAR(picture.At(10, band), 0, 4) << hz;  // full scale: 0 dB, less what falls beside
  }
}

TEST(LogMel, HalfTheAmplitudeIsSixDecibelsLess) {
  LogMel mel(40);
  const MelPicture loud = mel.Of(Sine(440, 0.2, 0.8).samples);
  const MelPicture soft = mel.Of(Sine(440, 0.2, 0.4).samples);
  const int band = LoudestBand(loud, 5);
  EXPECT_NEAR(loud.At(5, band) - soft.At(5, band), 6.02, 0.01);
}

TEST(LogMel, AClickIsInOneMomentAndInAllBands) {
  LogMel mel(64);
  Clip clip = Silence(0.3);
  clip.samples[8000] = 1;
  const MelPicture picture = mel.Of(clip.samples);
  EXPECT_EQ(picture.frames, (static_cast<int>(clip.samples.size()) + 255) / 256);
  for (int band = 0; band < 64; ++band) {
    EXPECT_EQ(picture.At(0, band), kFloor_db);
    EXPECT_GT(picture.At(29, band), -70) << band;  // samples 7424 to 8447
    EXPECT_EQ(picture.At(40, band), kFloor_db);
  }
}

}  // namespace
}  // namespace meander
