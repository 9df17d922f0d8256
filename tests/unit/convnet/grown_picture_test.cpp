// Pictures grown for a unit: the parameters' gradient against central differences, and that growing
// does what it is for, the same every time.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "made_weights.h"
#include "net/convnet/fourier_picture.h"
#include "net/convnet/grown_picture.h"
#include "net/convnet/picture_warp.h"

namespace meander {
namespace {

constexpr int kSide = 32;

double Product(std::span<const float> a, std::span<const float> b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += double{a[i]} * double{b[i]};
  return sum;
}

TEST(FourierPicture, BeginsNearlyGreyAndWithinWhatAScreenShows) {
  FourierPicture picture(kSide, 3);
  ASSERT_EQ(picture.colours().size(), size_t{kSide * kSide * 3});
  double sum = 0;
  for (const float colour : picture.colours()) {
    EXPECT_NEAR(double{colour}, .5, .2);
    sum += double{colour};
  }
  EXPECT_NEAR(sum / (kSide * kSide * 3), .5, .05);
  for (float& parameter : picture.parameters()) parameter *= 1000;
  picture.Draw();
  EXPECT_GE(*std::ranges::min_element(picture.colours()), 0.f);
  EXPECT_LE(*std::ranges::max_element(picture.colours()), 1.f);
  EXPECT_GT(*std::ranges::max_element(picture.colours()), .99f);
}

TEST(FourierPicture, IsADifferentOneWithAnotherSeed) {
  const FourierPicture first(kSide, 3), same(kSide, 3), other(kSide, 4);
  EXPECT_TRUE(std::ranges::equal(first.colours(), same.colours()));
  EXPECT_FALSE(std::ranges::equal(first.colours(), other.colours()));
}

TEST(FourierPicture, GradientIsWhatCentralDifferencesAre) {
  for (const int side : {32, 48}) {
    FourierPicture picture(side, 5);
    for (float& parameter : picture.parameters()) parameter *= 20;  // into the sigmoid's bend
    picture.Draw();
    const std::vector<float> seed = MadeNumbers(picture.colours().size(), 9);
    const std::vector<float> gradient = picture.Reverse(seed);
    const std::vector<float> kept(picture.parameters().begin(), picture.parameters().end());
    const auto slope_along = [&](const std::vector<float>& way) {
      const double step = 1e-2 / std::sqrt(Product(way, way));
      double ends[2];
      for (int end = 0; end < 2; ++end) {
        for (size_t i = 0; i < kept.size(); ++i) {
          picture.parameters()[i] =
              kept[i] + static_cast<float>((end == 0 ? -step : step) * double{way[i]});
        }
        picture.Draw();
        ends[end] = Product(picture.colours(), seed);
      }
      return (ends[1] - ends[0]) / (2 * step);
    };
    const double length = Product(gradient, gradient);
    EXPECT_NEAR(slope_along(gradient) / length, 1, 1e-2) << side;
    const std::vector<float> other = MadeNumbers(kept.size(), 77);
    EXPECT_NEAR(slope_along(other), Product(gradient, other),
                2e-2 * std::sqrt(length * Product(other, other)))
        << side;
  }
}

// Moved at all alike, long waves change a picture more than short ones: 1/f.
TEST(FourierPicture, LongWavesWeighMore) {
  const auto change = [](size_t parameter) {
    FourierPicture picture(kSide, 1);
    const std::vector<float> before(picture.colours().begin(), picture.colours().end());
    picture.parameters()[parameter] += .1f;
    picture.Draw();
    double sum = 0;
    for (size_t i = 0; i < before.size(); ++i) {
      sum += std::fabs(double{picture.colours()[i]} - double{before[i]});
    }
    return sum;
  };
  EXPECT_GT(change(1 * kSide + 1), 4 * change(15 * kSide + 15));
}

TEST(PictureWarp, LeavesAsItIsOrMovesAndGoesBackAsItGoesForth) {
  const std::vector<float> x = MadeNumbers(size_t{kSide * kSide * 3}, 1);
  const std::vector<float> y = MadeNumbers(x.size(), 2);
  EXPECT_EQ(PictureWarp(kSide).Forward(x), x);
  EXPECT_EQ(PictureWarp(kSide).Reverse(x), x);
  Rng rng(6);
  for (int i = 0; i < 5; ++i) {
    const PictureWarp warp(kSide, rng);
    const std::vector<float> moved = warp.Forward(x);
    EXPECT_NE(moved, x);
    EXPECT_NEAR(Product(moved, y), Product(x, warp.Reverse(y)), 1e-3);
    // Shares of four neighbours: a picture of one colour stays so.
    for (const float colour : warp.Forward(std::vector<float>(x.size(), .25f))) {
      ASSERT_NEAR(double{colour}, .25, 1e-6);
    }
  }
}

struct Network {
  std::vector<uint8_t> bytes = MadeWeights(7);
  ConvnetWeights weights = *ConvnetWeights::Open(bytes);
  ConvnetPanels panels{weights};
};
const ConvnetPanels& Panels() {
  static const Network* const network = new Network;
  return network->panels;
}

GrownPicture Begun(const PictureUnit& unit, uint64_t seed = 1) {
  Result<GrownPicture> picture = GrownPicture::Begin(Panels(), {unit, seed, kSide});
  EXPECT_TRUE(picture.has_value());
  return std::move(*picture);
}
// Means over eight steps, each of which looks at it turned and shifted otherwise.
double Later(GrownPicture& picture, int steps) {
  for (int i = 0; i < steps; ++i) picture.Step();
  double sum = 0;
  for (int i = 0; i < 8; ++i) {
    picture.Step();
    sum += picture.value() / 8;
  }
  return sum;
}

TEST(GrownPicture, RaisesItsUnitOrLowersIt) {
  for (const char* layer : {"stem", "b1.exp", "b3.exp", "b5.exp", "b8.exp"}) {
    const int tensor = TensorNamed(layer);
    GrownPicture up = Begun({tensor, 5, 1}), down = Begun({tensor, 5, -1});
    const double before = Later(up, 0), below = Later(down, 0);
    EXPECT_GT(Later(up, 24), before) << layer;
    EXPECT_LT(Later(down, 24), below) << layer;
    EXPECT_EQ(up.steps(), 40);
  }
}

// Past the ceiling of six, where the clipped value would say no more.
TEST(GrownPicture, CountsTheUnitBeforeItIsClipped) {
  GrownPicture picture = Begun({TensorNamed("b1.exp"), 3, -1});
  EXPECT_LT(Later(picture, 60), 0);
}

TEST(GrownPicture, TheSameSeedGivesTheSameBytesHoweverItIsInterrupted) {
  const PictureUnit unit{TensorNamed("b3.exp"), 9, 1};
  GrownPicture through = Begun(unit), halted = Begun(unit), other = Begun(unit, 2);
  for (int i = 0; i < 12; ++i) through.Step();
  for (int i = 0; i < 5; ++i) halted.Step();
  for (int i = 0; i < 12; ++i) other.Step();  // between
  const std::vector<uint8_t> on_the_way = halted.Picture();
  GrownPicture moved = std::move(halted);
  EXPECT_EQ(moved.Picture(), on_the_way);
  for (int i = 5; i < 12; ++i) moved.Step();
  EXPECT_EQ(moved.Picture(), through.Picture());
  EXPECT_EQ(moved.value(), through.value());
  EXPECT_NE(other.Picture(), through.Picture());
  EXPECT_NE(on_the_way, through.Picture());
}

TEST(GrownPicture, RefusesWhatIsNoUnit) {
  const int b3 = TensorNamed("b3.exp");
  const Growth wrong[] = {{{0, 0, 1}, 1, 64},         {{kConvTensorCount, 0, 1}, 1, 64},
                          {{-1, 0, 1}, 1, 64},        {{b3, 144, 1}, 1, 64},
                          {{b3, -1, 1}, 1, 64},       {{b3, 0, 0}, 1, 64},
                          {{b3, 0, 2}, 1, 64},        {{b3, 0, 1}, 1, 0},
                          {{b3, 0, 1}, 1, 65},        {{b3, 0, 1}, 1, 240},
                          {{kLogits, 1000, 1}, 1, 64}};
  for (const Growth& growth : wrong) {
    const Result<GrownPicture> picture = GrownPicture::Begin(Panels(), growth);
    ASSERT_FALSE(picture.has_value());
    EXPECT_EQ(picture.error().code, ErrorCode::kInvalidInput);
  }
}

}  // namespace
}  // namespace meander
