// Superpixels, and LIME by them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "bright_network.h"
#include "net/convnet/picture_cover.h"
#include "net/convnet/picture_lime.h"

namespace meander {
namespace {

// How many pieces that hang together there are, whatever their labels.
size_t PiecesOf(const Superpixels& parts) {
  std::vector<bool> is_seen(kPicturePixels);
  std::vector<size_t> piece;
  size_t count = 0;
  for (size_t first = 0; first < kPicturePixels; ++first) {
    if (is_seen[first]) continue;
    ++count;
    piece.assign(1, first);
    is_seen[first] = true;
    while (!piece.empty()) {
      const size_t at = piece.back(), x = at % kPictureSide, y = at / kPictureSide;
      piece.pop_back();
      const auto visit = [&](bool is_there, size_t next) {
        if (!is_there || is_seen[next] || parts.labels[next] != parts.labels[first]) return;
        is_seen[next] = true;
        piece.push_back(next);
      };
      visit(x > 0, at - 1);
      visit(x + 1 < kPictureSide, at + 1);
      visit(y > 0, at - kPictureSide);
      visit(y + 1 < kPictureSide, at + kPictureSide);
    }
  }
  return count;
}

std::vector<float> Halves() {
  std::vector<float> picture(kPictureSize);
  for (size_t i = 0; i < kPicturePixels; ++i) {
    picture[i * 3 + 2] = i % kPictureSide < 101 ? -.9f : .9f;  // black to blue
  }
  return picture;
}

// Values of colours that any table has (Lindbloom's calculator, sRGB and D65).
TEST(Superpixels, LabIsWhatItIsElsewhere) {
  const auto near = [](LabColour lab, double l, double a, double b) {
    EXPECT_NEAR(lab.l, l, .02);
    EXPECT_NEAR(lab.a, a, .02);
    EXPECT_NEAR(lab.b, b, .02);
  };
  near(LabOf(0, 0, 0), 0, 0, 0);
  near(LabOf(1, 1, 1), 100, 0, 0);
  near(LabOf(1, 0, 0), 53.24, 80.09, 67.20);
  near(LabOf(0, 1, 0), 87.73, -86.18, 83.18);
  near(LabOf(0, 0, 1), 32.30, 79.19, -107.86);
  near(LabOf(.5, .5, .5), 53.39, 0, 0);
}

TEST(Superpixels, CoverThePictureAndEachHangsTogether) {
  const std::vector<float> noise = MadeNumbers(kPictureSize, 5), halves = Halves();
  for (const auto& picture : {noise, halves, GreyCover()}) {
    for (const int count : {1, 9, 50, 300}) {
      const Superpixels parts = FindSuperpixels(picture, {.count = count, .rounds = 4});
      ASSERT_EQ(parts.labels.size(), kPicturePixels);
      EXPECT_EQ(parts.labels[0], 0) << "numbered in reading order";
      EXPECT_EQ(size_t{std::ranges::max(parts.labels)} + 1, parts.count);
      EXPECT_EQ(PiecesOf(parts), parts.count) << count;
      EXPECT_LE(parts.count, 2 * size_t(count));
      // Of noise nothing hangs together, and most of it goes to a neighbour.
      EXPECT_GE(2 * parts.count, picture == noise ? 1 : size_t(count));
    }
  }
  EXPECT_EQ(FindSuperpixels(GreyCover()).count, 49u);
  // Nonsense becomes the nearest sense.
  EXPECT_EQ(FindSuperpixels(noise, {.count = -1, .compactness = -2, .rounds = 0}).count, 1u);
}

TEST(Superpixels, KeepToAnEdge) {
  const Superpixels parts = FindSuperpixels(Halves());
  std::vector<int> left(parts.count), all(parts.count);
  for (size_t i = 0; i < kPicturePixels; ++i) {
    ++all[parts.labels[i]];
    if (i % kPictureSide < 101) ++left[parts.labels[i]];
  }
  for (size_t part = 0; part < parts.count; ++part) {
    EXPECT_TRUE(left[part] == 0 || left[part] == all[part]) << part;
  }
}

TEST(PictureLime, OfSomethingLinearLeavesNothingOut) {
  BrightNetwork bright;
  bright.reading.Look(PictureWithSquare(140, 60, 40));
  const std::vector<float> logits = bright.Logits();
  const Superpixels parts = FindSuperpixels(bright.reading.tensor(0), {.count = 9});
  PictureLime lime(bright.reading, ClassSeed(0), parts, GreyCover(),
                   {.samples = 30, .alpha = 1e-9});
  EXPECT_TRUE(lime.Step());
  EXPECT_NEAR(lime.Now().value, double{logits[0]}, 1e-6);
  while (lime.Step()) {
  }
  EXPECT_FALSE(lime.Step());
  EXPECT_EQ(lime.steps_done(), 30);
  EXPECT_EQ(bright.Logits(), logits) << "the look is put back";
  const LimeFit fit = lime.Now();
  EXPECT_NEAR(fit.r2, 1, 1e-6);
  EXPECT_NEAR(fit.base, 0, 1e-3 * fit.value);
  EXPECT_NEAR(fit.gap(), 0, 1e-3 * fit.value);
  ASSERT_EQ(fit.weights.size(), parts.count);
  const PixelAt at = GreatestOf(lime.Map(fit), kPictureSide);
  EXPECT_TRUE(at.x >= 110 && at.x < 190 && at.y >= 40 && at.y < 110) << at.x << " " << at.y;
}

TEST(PictureLime, TheSameSeedGivesTheSameFitAndAnotherAnother) {
  BrightNetwork bright;
  bright.reading.Look(PictureWithSquare(10, 10, 90));
  const std::vector<float> logits = bright.Logits();
  const Superpixels parts = FindSuperpixels(bright.reading.tensor(0), {.count = 9});
  const auto fit_of = [&](uint64_t seed) {
    PictureLime lime(bright.reading, ClassSeed(0, 1), parts, GreyCover(),
                     {.samples = 12, .seed = seed});
    for (int i = 0; i < 8; ++i) lime.Step();
    return lime.Now();
  };
  const LimeFit one = fit_of(1);
  EXPECT_EQ(one.samples, 8);
  EXPECT_EQ(one.weights, fit_of(1).weights);
  EXPECT_NE(one.weights, fit_of(2).weights);
  EXPECT_LE(one.r2, 1);
  EXPECT_EQ(bright.Logits(), logits) << "given up half way";
}

}  // namespace
}  // namespace meander
