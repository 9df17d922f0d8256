// Races over the places of a picture.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "bright_network.h"
#include "net/convnet/picture_attribution.h"
#include "net/convnet/picture_lime.h"
#include "net/convnet/picture_occlusion.h"
#include "net/convnet/place_race.h"

namespace meander {
namespace {

constexpr RaceOptions kSmall{.side = 7, .fractions = 5};

// How bright each place is: of the bright network the perfect map.
std::vector<double> BrightnessOf(std::span<const float> picture, int side) {
  std::vector<double> map(kPicturePixels);
  for (size_t i = 0; i < kPictureSize; ++i) map[i / 3] += double{picture[i]};
  return MapAtSide(map, kPictureSide, side);
}

RaceCurves CurvesOf(PlaceRace race) {
  size_t steps = 1;
  while (race.Step()) ++steps;
  EXPECT_EQ(steps, race.steps_in_all());
  EXPECT_FALSE(race.Step());
  return race.Now();
}

TEST(PlaceRace, ValuesAreProbabilities) {
  std::vector<float> logits(kClassCount);
  logits[4] = 3;
  EXPECT_NEAR(RaceValue(logits, 4), std::exp(3.0) / (std::exp(3.0) + 999), 1e-6);
  EXPECT_NEAR(RaceValue(logits, 4, 5), 1 / (1 + std::exp(-3.0)), 1e-6);
  EXPECT_NEAR(RaceValue(logits, 5, 4), 1 / (1 + std::exp(3.0)), 1e-6);
  EXPECT_EQ(RaceValue(logits, 5, 6), .5);
}

TEST(PlaceRace, TiesGoInReadingOrder) {
  EXPECT_EQ(PlacesByMap(std::vector<double>{1, 3, 1, 3, -2}), (std::vector<size_t>{1, 3, 0, 2, 4}));
}

TEST(PlaceRace, APerfectOrderBeatsChanceAndChanceItsOpposite) {
  BrightNetwork bright;
  const std::vector<float> picture = PictureWithSquare(64, 96, 96);
  bright.reading.Look(picture);
  const std::vector<float> logits = bright.Logits();
  RaceTrack track(bright.reading, 0, 1, GreyCover(), kSmall);
  std::vector<double> map = BrightnessOf(picture, kSmall.side);
  const RaceCurves best = CurvesOf(PlaceRace(track, map));
  for (double& x : map) x = -x;
  const RaceCurves worst = CurvesOf(PlaceRace(track, map));
  ChanceRaces chance(track, 5, 3);
  size_t steps = 1;
  while (chance.Step()) ++steps;
  EXPECT_EQ(steps, chance.steps_in_all());
  EXPECT_EQ(chance.orders_done(), 5);

  ASSERT_EQ(best.taken_out.size(), 6u);
  ASSERT_EQ(best.put_back.size(), 6u);
  EXPECT_EQ(best.taken_out[0], RaceValue(logits, 0, 1));
  EXPECT_EQ(best.put_back[5], best.taken_out[0]);
  EXPECT_EQ(best.put_back[0], best.taken_out[5]);
  EXPECT_NEAR(best.taken_out[5], .5, 1e-6) << "of an even grey the two classes are alike";
  EXPECT_TRUE(std::ranges::is_sorted(best.taken_out, std::greater{}));
  EXPECT_LT(best.area_out, chance.mean_area_out());
  EXPECT_GT(best.area_back, chance.mean_area_back());
  EXPECT_GT(worst.area_out, chance.mean_area_out());
  EXPECT_LT(worst.area_back, chance.mean_area_back());
  const RaceBand band = chance.TakenOut();
  ASSERT_EQ(band.mean.size(), 6u);
  for (size_t i = 0; i < 6; ++i) {
    EXPECT_LE(band.low[i], band.mean[i] + 1e-12);
    EXPECT_GE(band.high[i], band.mean[i] - 1e-12);
  }
  EXPECT_EQ(chance.PutBack().mean[5], best.taken_out[0]);
  EXPECT_LT(best.taken_out[1], band.low[1]);
  track.Leave();
  EXPECT_EQ(bright.Logits(), logits) << "the look is put back";
}

// A white square on grey, before a network that sees brightness and nothing else: whatever asks
// where the brightness is must point at it, and win.
TEST(PlaceRace, EveryMethodFindsThePlantedSquare) {
  BrightNetwork bright;
  bright.reading.Look(PictureWithSquare(128, 32, 64));
  const std::vector<float> seed = ClassSeed(0, 1);
  std::vector<std::vector<double>> maps;
  const auto put = [&](const PictureShares& shares, const char* layer) {
    const ConvShape shape = ShapeOfTensor(TensorNamed(layer));
    maps.push_back(MapAtSide(SumsOfPlaces(shares.shares, shape.channels), shape.side, 7));
  };
  {
    IntegratedShares integral(bright.reading, TensorNamed("b11.exp"), seed, 2);
    while (integral.Step()) {
    }
    put(integral.Now(), "b11.exp");
  }
  put(GradientShares(bright.reading, TensorNamed("b11.exp"), seed), "b11.exp");
  put(GradientShares(bright.reading, TensorNamed("head"), seed), "head");
  PictureOcclusion occlusion(bright.reading, seed, SquareMasks({.size = 64, .count = 4}),
                             GreyCover());
  while (occlusion.Step()) {
  }
  maps.push_back(MapAtSide(occlusion.Map(), kPictureSide, 7));
  PictureLime lime(bright.reading, seed, FindSuperpixels(bright.reading.tensor(0), {.count = 16}),
                   GreyCover(), {.samples = 40});
  while (lime.Step()) {
  }
  maps.push_back(MapAtSide(lime.Map(lime.Now()), kPictureSide, 7));
  RaceTrack track(bright.reading, 0, 1, GreyCover(), {.side = 7, .fractions = 3});
  ChanceRaces chance(track, 3, 1);
  while (chance.Step()) {
  }
  for (size_t method = 0; method < maps.size(); ++method) {
    const PixelAt at = GreatestOf(maps[method], 7);
    EXPECT_TRUE(at.x >= 128 && at.x < 192 && at.y >= 32 && at.y < 96)
        << method << ": " << at.x << " " << at.y;
    const RaceCurves curves = CurvesOf(PlaceRace(track, maps[method]));
    EXPECT_LT(curves.area_out, chance.mean_area_out()) << method;
    EXPECT_GT(curves.area_back, chance.mean_area_back()) << method;
  }
}

TEST(PlaceRace, TakesItsPlacesWhereverTheyLie) {
  BrightNetwork bright;
  bright.reading.Look(PictureWithSquare(0, 0, 224));
  const std::vector<float> logits = bright.Logits();
  {
    // 224 is no multiple of 5: every pixel still belongs to one place.
    RaceTrack track(bright.reading, 0, -1, GreyCover(), {.side = 5, .fractions = 1});
    std::vector<size_t> order(25);
    std::iota(order.begin(), order.end(), size_t{0});
    EXPECT_EQ(track.Look(order, 0, false), track.whole());
    EXPECT_EQ(track.Look(order, 25, true), track.whole());
    const double nothing = track.Look(order, 25, false);
    EXPECT_EQ(bright.Logits(), std::vector<float>(kClassCount));
    EXPECT_EQ(track.Look(order, 0, true), nothing);
    EXPECT_EQ(track.Look(order, 10, false),
              track.Look(std::vector<size_t>(order.rbegin(), order.rend()), 15, true));
    PlaceRace none(track, std::vector<size_t>{1, 2});
    EXPECT_FALSE(none.Step()) << "no order of all places";
  }
  EXPECT_EQ(bright.Logits(), logits);
}

}  // namespace
}  // namespace meander
