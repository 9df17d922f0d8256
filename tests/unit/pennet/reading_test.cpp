// The whole pen net with weights by chance: beside the plainest network, gradients beside central
// differences, looking from a tensor on.
#include "made_pen.h"

namespace meander {
namespace {

std::vector<float> Copied(std::span<const float> values) { return {values.begin(), values.end()}; }
double Product(std::span<const float> a, std::span<const float> b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += double{a[i]} * double{b[i]};
  return sum;
}

// Not inlined: g++ 12 would warn of the -1 that no name here gives.
[[gnu::noinline]] int Named(std::string_view name) { return PenTensorNamed(name); }

TEST(PenReading, IsTheNetworkAsItIsWrittenDown) {
  MadePen made;
  const std::vector<float> picture = ChanceNumbers(kPenPictureSize, 4);
  made.reading.Look(picture);
  PlainPen plain(made.weights);
  const std::vector<double> logits = plain.LogitsFrom(0, {picture.begin(), picture.end()});
  ASSERT_EQ(made.reading.logits().size(), size_t{kSignCount});
  const auto [least, most] = std::ranges::minmax(logits);
  ASSERT_GT(most, least + 0.01);
  for (size_t i = 0; i < kSignCount; ++i) {
    ASSERT_NEAR(double{made.reading.logits()[i]}, logits[i], 2e-5) << i;
  }
}

TEST(PenReading, LookingFromATensorOnIsTheSameLook) {
  MadePen made;
  made.reading.Look(ChanceNumbers(kPenPictureSize, 4));
  const std::vector<float> logits = Copied(made.reading.logits());
  for (const char* name : {"stem", "b1.blur", "b2.dw", "b5.exp", "b8", "b14", "mean", "head"}) {
    const int tensor = Named(name);
    made.reading.LookFrom(tensor, Copied(made.reading.tensor(tensor)));
    EXPECT_EQ(Copied(made.reading.logits()), logits) << name;
  }
  made.reading.LookFrom(PenTensorNamed("head"), std::vector<float>(1280));
  for (size_t i = 0; i < kSignCount; ++i) {
    EXPECT_EQ(made.reading.logits()[i], made.weights.bias(kPenLayerCount - 1)[i]);
  }
}

TEST(PenReading, GradientsAreWhatCentralDifferencesAre) {
  MadePen made;
  made.reading.Look(ChanceNumbers(kPenPictureSize, 4));
  PlainPen plain(made.weights);
  const std::vector<float> seed = SignSeed(3, 400);
  for (const char* name : {"image", "stem", "b0.conv", "b0.blur", "b1.conv", "b1", "b2.exp",
                           "b2.dw", "b2", "b5", "b8.dw", "b8", "b10", "b14", "mean", "head"}) {
    const int tensor = Named(name);
    ASSERT_TRUE(IsTruePenCut(tensor)) << name;
    const std::vector<float> gradient = made.reading.Gradient(kSignLogits, seed, tensor);
    ASSERT_EQ(gradient.size(), ShapeOfPenTensor(tensor).size());
    const double length = std::sqrt(Product(gradient, gradient));
    ASSERT_GT(length, 0) << name;
    const double slope = plain.SlopeAlong(tensor, made.reading.tensor(tensor), gradient, seed);
    EXPECT_NEAR(slope / length, 1, 1e-3) << name;
    const std::vector<float> other = ChanceNumbers(gradient.size(), 77);
    const double across = plain.SlopeAlong(tensor, made.reading.tensor(tensor), other, seed);
    EXPECT_NEAR(across, Product(gradient, other) / std::sqrt(Product(other, other)), 1e-3 * length)
        << name;
  }
}

TEST(PenReading, AGradientBetweenTensorsIsAPartOfTheWholeWay) {
  MadePen made;
  made.reading.Look(ChanceNumbers(kPenPictureSize, 9));
  const int b14 = PenTensorNamed("b14"), b8 = PenTensorNamed("b8.dw"), b1 = PenTensorNamed("b1");
  const std::vector<float> seed = SignSeed(10);
  const std::vector<float> at_b14 = made.reading.Gradient(kSignLogits, seed, b14);
  const std::vector<float> at_b8 = made.reading.Gradient(b14, at_b14, b8);
  EXPECT_EQ(at_b8, made.reading.Gradient(kSignLogits, seed, b8));
  EXPECT_EQ(made.reading.Gradient(b8, at_b8, b1), made.reading.Gradient(kSignLogits, seed, b1));
}

TEST(PenReading, SharesAndOrderAreOfAll411) {
  std::vector<float> logits(kSignCount, -3.f);
  logits[410] = 5;
  logits[7] = logits[2] = 4;
  EXPECT_EQ(TopClasses(logits, 4), (std::vector<int>{410, 2, 7, 0}));
  const std::vector<float> shares = ClassShares(logits);
  ASSERT_EQ(shares.size(), size_t{kSignCount});
  double sum = 0, expected = std::exp(5.0) + 2 * std::exp(4.0) + 408 * std::exp(-3.0);
  for (const float share : shares) sum += double{share};
  EXPECT_NEAR(sum, 1, 1e-5);
  EXPECT_NEAR(double{shares[410]}, std::exp(5.0) / expected, 1e-6);
  EXPECT_NEAR(double{shares[409]}, std::exp(-3.0) / expected, 1e-8);
}

}  // namespace
}  // namespace meander
