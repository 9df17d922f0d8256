// What is laid over a picture, and occlusion by it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "bright_network.h"
#include "net/convnet/picture_occlusion.h"

namespace meander {
namespace {

double Sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST(PictureCover, SquaresReachFromEdgeToEdgeAndCoverEveryPixel) {
  for (const SquareOptions options : {SquareOptions{}, {32, 7}, {100, 3}, {224, 1}, {56, 4}}) {
    const std::vector<PictureMask> masks = SquareMasks(options);
    ASSERT_EQ(masks.size(), size_t(options.count * options.count));
    std::vector<int> over(kPicturePixels);
    for (const PictureMask& mask : masks) {
      EXPECT_EQ(std::ranges::count(mask, 1), options.size * options.size);
      for (size_t i = 0; i < mask.size(); ++i) over[i] += mask[i];
    }
    EXPECT_GE(std::ranges::min(over), 1) << options.size;
    EXPECT_EQ(masks.front()[0], 1);
    EXPECT_EQ(masks.back().back(), 1);
  }
  // Nonsense becomes the nearest sense.
  EXPECT_EQ(SquareMasks({-3, 0}).size(), 1u);
  EXPECT_EQ(std::ranges::count(SquareMasks({999, 1})[0], 1), long(kPicturePixels));
}

TEST(PictureCover, CoversChangeWhatTheyLieOverAndNothingElse) {
  const std::vector<float> picture = MadeNumbers(kPictureSize, 1);
  PictureMask mask(kPicturePixels);
  mask[5000] = 1;
  const std::vector<float> seen = Covered(picture, GreyCover(), mask);
  for (size_t i = 0; i < kPictureSize; ++i) {
    ASSERT_EQ(seen[i], i / 3 == 5000 ? 0.f : picture[i]) << i;
  }
}

TEST(PictureCover, BlurKeepsAnEvenPictureAndTheSumOfADot) {
  const std::vector<float> even(kPictureSize, .25f);
  for (const float x : BlurredCover(even)) ASSERT_NEAR(double{x}, .25, 1e-6);
  std::vector<float> dot(kPictureSize);
  const size_t middle = (112 * kPictureSide + 112) * 3;
  dot[middle] = 1000;
  const std::vector<float> blurred = BlurredCover(dot, 5);
  double sum = 0, spread = 0;
  for (size_t i = 0; i < kPictureSize; i += 3) {
    const double x = double(i / 3 % kPictureSide) - 112;
    sum += double{blurred[i]};
    spread += double{blurred[i]} * x * x;
    EXPECT_EQ(blurred[i + 1], 0.f) << "colours stay apart";
  }
  EXPECT_NEAR(sum, 1000, .1);
  EXPECT_NEAR(spread / sum, 5 * 6, .1) << "its variance is reach · (reach + 1)";
  EXPECT_EQ(BlurredCover(dot, 0), dot);
}

TEST(PictureCover, MeanColoursAreThoseOfTheirPart) {
  std::vector<float> picture(kPictureSize);
  std::vector<uint16_t> labels(kPicturePixels);
  for (size_t i = 0; i < kPicturePixels; ++i) {
    labels[i] = i < 1000 ? 1 : 0;
    picture[i * 3] = i < 1000 ? (i % 2 == 0 ? 1.f : 0.f) : -.5f;
  }
  const std::vector<float> cover = MeanColourCover(picture, labels, 2);
  EXPECT_FLOAT_EQ(cover[0], .5f);
  EXPECT_FLOAT_EQ(cover[3 * 999], .5f);
  EXPECT_FLOAT_EQ(cover[3 * 1000], -.5f);
  EXPECT_EQ(cover[1], 0.f);
  const std::vector<PictureMask> masks = MasksOfLabels(labels, 2);
  EXPECT_EQ(std::ranges::count(masks[1], 1), 1000);
  EXPECT_EQ(masks[0][0], 0);
}

TEST(PictureCover, MapsKeepTheirMeanWhenTheyShrinkAndTheirValuesWhenTheyGrow) {
  std::vector<double> map;
  for (int i = 0; i < 12 * 12; ++i) map.push_back((i * 37) % 11);
  for (const int side : {1, 3, 5, 7, 12}) {
    const std::vector<double> small = MapAtSide(map, 12, side);
    ASSERT_EQ(small.size(), size_t(side * side));
    EXPECT_NEAR(Sum(small) / double(small.size()), Sum(map) / 144, 1e-9) << side;
  }
  EXPECT_EQ(MapAtSide(map, 12, 12), map);
  const std::vector<double> corners = {0, 1, 2, 3}, large = MapAtSide(corners, 2, 8);
  EXPECT_EQ(large[0], 0);
  EXPECT_EQ(large[7], 1);
  EXPECT_EQ(large[63], 3);
  EXPECT_NEAR(large[3 * 8 + 3] + large[4 * 8 + 4], 3, 1e-12) << "even about the middle";
  EXPECT_EQ(MapAtSide(std::vector<double>{7}, 1, 3), std::vector<double>(9, 7));
}

TEST(PictureOcclusion, FindsTheOnlyThingThereIs) {
  BrightNetwork bright;
  const std::vector<float> picture = PictureWithSquare(140, 60, 24);
  bright.reading.Look(picture);
  const std::vector<float> logits = bright.Logits();
  PictureOcclusion occlusion(bright.reading, ClassSeed(0, 1), SquareMasks({56, 4}), GreyCover());
  ASSERT_EQ(occlusion.steps_in_all(), 16u);
  EXPECT_TRUE(occlusion.Step());
  EXPECT_EQ(occlusion.steps_done(), 1u);
  while (occlusion.Step()) {
  }
  EXPECT_FALSE(occlusion.Step());
  EXPECT_EQ(bright.Logits(), logits) << "the look is put back";
  const OcclusionDrops& found = occlusion.Now();
  EXPECT_NEAR(found.value, double{logits[0]} - double{logits[1]}, 1e-5);
  // The squares lie side by side: of something linear their drops add up.
  EXPECT_NEAR(Sum(found.drops), found.value, 1e-3 * found.value);
  const PixelAt at = GreatestOf(occlusion.Map(), kPictureSide);
  EXPECT_TRUE(at.x >= 112 && at.x < 168 && at.y >= 56 && at.y < 112) << at.x << " " << at.y;
}

TEST(PictureOcclusion, TakesAnyMasksAndGivesTheLookBackWhenGivenUp) {
  BrightNetwork bright;
  bright.reading.Look(PictureWithSquare(20, 20, 60));
  const std::vector<float> logits = bright.Logits();
  PictureMask stroke(kPicturePixels), elsewhere(kPicturePixels);
  for (size_t i = 0; i < 60; ++i) stroke[(20 + i) * kPictureSide + 40] = 1;
  elsewhere[200 * kPictureSide + 200] = 1;
  {
    PictureOcclusion occlusion(bright.reading, ClassSeed(0),
                               {stroke, elsewhere, PictureMask(7), stroke}, GreyCover());
    occlusion.Step();
    EXPECT_GT(occlusion.Now().drops[0], 0);
    occlusion.Step();
    occlusion.Step();
    EXPECT_EQ(occlusion.Now().drops[1], 0) << "grey on grey";
    EXPECT_EQ(occlusion.Now().drops[2], 0) << "a mask of another size is none";
  }
  EXPECT_EQ(bright.Logits(), logits);
  PictureOcclusion none(bright.reading, ClassSeed(0), {}, GreyCover());
  EXPECT_FALSE(none.Step());
  EXPECT_EQ(Sum(none.Map()), 0);
}

}  // namespace
}  // namespace meander
