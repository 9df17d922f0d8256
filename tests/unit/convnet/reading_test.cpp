// The whole network with weights by chance: looking from a tensor on, gradients against central
// differences, and attributions that add up.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "made_weights.h"
#include "net/convnet/picture_attribution.h"
#include "plain_network.h"

namespace meander {
namespace {

struct Made {
  std::vector<uint8_t> bytes = MadeWeights(21);
  ConvnetWeights weights = *ConvnetWeights::Open(bytes);
  ConvnetPanels panels{weights};
  ConvnetReading reading{panels};
  Made() { reading.Look(MadeNumbers(kPictureSize, 4)); }
};

std::vector<float> Kept(std::span<const float> values) { return {values.begin(), values.end()}; }

TEST(ConvnetReading, LookingFromATensorOnIsTheSameLook) {
  Made made;
  const std::vector<float> logits = Kept(made.reading.logits());
  EXPECT_GT(*std::ranges::max_element(logits), *std::ranges::min_element(logits) + 0.01f);
  for (const char* name : {"stem", "b2", "b2.exp", "b9.dw", "b11.exp", "b14", "head"}) {
    const int tensor = TensorNamed(name);
    made.reading.LookFrom(tensor, Kept(made.reading.tensor(tensor)));
    EXPECT_EQ(Kept(made.reading.logits()), logits) << name;
  }
}

TEST(ConvnetReading, IsTheNetworkAsItIsWrittenDown) {
  Made made;
  PlainNetwork plain(made.weights);
  const std::span<const float> picture = made.reading.tensor(0);
  const std::vector<double> logits = plain.LogitsFrom(0, {picture.begin(), picture.end()});
  for (size_t i = 0; i < kClassCount; ++i) {
    ASSERT_NEAR(double{made.reading.logits()[i]}, logits[i], 2e-5) << i;
  }
}

TEST(ConvnetReading, GradientsAreWhatCentralDifferencesAre) {
  Made made;
  PlainNetwork plain(made.weights);
  const std::vector<float> seed = ClassSeed(3, 700);
  for (const char* name :
       {"image", "b1.exp", "b3", "b5.exp", "b8.dw", "b11.exp", "b15.exp", "b15.dw", "head"}) {
    const int tensor = TensorNamed(name);
    const std::vector<float> gradient = made.reading.Gradient(kLogits, seed, tensor);
    // Along the gradient's own direction the slope is its length; along any other what it says.
    const double length = std::sqrt(Dot(gradient, gradient));
    ASSERT_GT(length, 0) << name;
    const double slope = plain.SlopeAlong(tensor, made.reading.tensor(tensor), gradient, seed);
    EXPECT_NEAR(slope / length, 1, 1e-3) << name;
    const std::vector<float> other = MadeNumbers(gradient.size(), 77);
    const double across = plain.SlopeAlong(tensor, made.reading.tensor(tensor), other, seed);
    EXPECT_NEAR(across, Dot(gradient, other) / std::sqrt(Dot(other, other)), 1e-3 * length) << name;
  }
}

TEST(ConvnetReading, AGradientBetweenTensorsIsAPartOfTheWholeWay) {
  Made made;
  const int head = TensorNamed("head"), b11 = TensorNamed("b11.exp"), b3 = TensorNamed("b3.exp");
  const std::vector<float> seed = ClassSeed(10);
  const std::vector<float> at_head = made.reading.Gradient(kLogits, seed, head);
  const std::vector<float> at_b11 = made.reading.Gradient(head, at_head, b11);
  EXPECT_EQ(at_b11, made.reading.Gradient(kLogits, seed, b11));
  EXPECT_EQ(made.reading.Gradient(b11, at_b11, b3), made.reading.Gradient(kLogits, seed, b3));
}

// Smaller, not to the end, and with the last layer not clipped: for growing icons.
TEST(ConvnetReading, ReadsLessOfASmallerPicture) {
  Made made;
  const int side = 48, tensor = TensorNamed("b8.exp");
  const std::vector<float> picture = MadeNumbers(size_t{side} * side * 3, 4);
  ConvnetReading whole(made.panels, {.side = side}), part(made.panels, {side, tensor, true});
  ConvnetReading bare(made.panels, {side, tensor, false});
  whole.Look(picture);
  part.Look(picture);
  bare.Look(picture);
  EXPECT_EQ(whole.logits().size(), size_t{kClassCount});
  EXPECT_EQ(whole.shape(tensor).side, 3);
  EXPECT_EQ(Kept(part.tensor(tensor)), Kept(whole.tensor(tensor)));
  std::vector<float> clipped = Kept(bare.tensor(tensor));
  EXPECT_LT(*std::ranges::min_element(clipped), 0.f);
  for (float& value : clipped) value = std::clamp(value, 0.f, kClip);
  EXPECT_EQ(clipped, Kept(part.tensor(tensor)));
  // What clipped at the last tensor lets the gradient through only where it is not clipped there.
  const std::vector<float> seed(clipped.size(), 1.f);
  EXPECT_NE(bare.Gradient(tensor, seed, 0), part.Gradient(tensor, seed, 0));
}

TEST(ConvnetReading, ALeakLetsAShareThroughWhereItWasClipped) {
  Made made;
  const int from = TensorNamed("b1.exp"), to = from - 1;
  const std::vector<float> seed = MadeNumbers(made.reading.tensor(from).size(), 8);
  const std::vector<float> tight = made.reading.Gradient(from, seed, to);
  EXPECT_EQ(made.reading.Gradient(from, seed, to, 0), tight);
  // A gradient is linear in what passes: half a leak lies in the middle.
  const std::vector<float> half = made.reading.Gradient(from, seed, to, .5f);
  const std::vector<float> open = made.reading.Gradient(from, seed, to, 1.f);
  EXPECT_NE(open, tight);
  for (size_t i = 0; i < tight.size(); ++i) {
    ASSERT_NEAR(double{half[i]}, (double{tight[i]} + double{open[i]}) / 2, 1e-4);
  }
}

TEST(PictureAttribution, IsCompleteAtTheHead) {
  Made made;
  const PictureShares found = GradientShares(made.reading, TensorNamed("head"), ClassSeed(5));
  EXPECT_NEAR(found.gap(), 0, 1e-4);
  EXPECT_NEAR(found.value_at_zero, double{made.weights.bias(kConvLayerCount - 1)[5]}, 1e-6);
  const PictureShares versus = GradientShares(made.reading, TensorNamed("head"), ClassSeed(5, 6));
  EXPECT_NEAR(versus.gap(), 0, 1e-4);
  const std::vector<double> places = SumsOfPlaces(versus.shares, 1280);
  const std::vector<double> channels = SumsOfChannels(versus.shares, 1280);
  EXPECT_EQ(places.size(), 49u);
  EXPECT_EQ(channels.size(), 1280u);
  double by_place = 0, by_channel = 0;
  for (const double x : places) by_place += x;
  for (const double x : channels) by_channel += x;
  EXPECT_NEAR(by_place, versus.sum, 1e-9);
  EXPECT_NEAR(by_channel, versus.sum, 1e-9);
}

TEST(PictureAttribution, AnIntegralSharpensAndLeavesTheLookAsItWas) {
  Made made;
  const int tensor = TensorNamed("b15.exp");
  const std::vector<float> logits = Kept(made.reading.logits());
  {
    IntegratedShares given_up(made.reading, tensor, ClassSeed(1), 32);
    for (int i = 0; i < 5; ++i) given_up.Step();
    EXPECT_NE(Kept(made.reading.logits()), logits) << "it is on its way";
  }
  EXPECT_EQ(Kept(made.reading.logits()), logits) << "and back";
  IntegratedShares integral(made.reading, tensor, ClassSeed(1), 32);
  integral.Step();
  const double first = std::fabs(integral.Now().gap());
  while (integral.Step()) {
  }
  EXPECT_EQ(integral.steps_done(), 32);
  EXPECT_FALSE(integral.Step()) << "nothing more to do";
  const PictureShares found = integral.Now();
  EXPECT_EQ(Kept(made.reading.logits()), logits);
  EXPECT_NEAR(found.value, double{logits[1]}, 1e-6);
  const double whole = std::fabs(found.value - found.value_at_zero);
  EXPECT_LT(std::fabs(found.gap()), 0.02 * whole);
  EXPECT_LE(std::fabs(found.gap()), first);
}

// Every number of steps visits each midpoint once: of a network that is linear behind the tensor
// any number of steps gives the gradient.
TEST(PictureAttribution, AnyNumberOfStepsIsExactAtTheHead) {
  Made made;
  const int head = TensorNamed("head");
  const PictureShares exact = GradientShares(made.reading, head, ClassSeed(2));
  for (const int steps : {1, 2, 3, 5, 8, 13}) {
    IntegratedShares integral(made.reading, head, ClassSeed(2), steps);
    while (integral.Step()) {
    }
    const PictureShares found = integral.Now();
    EXPECT_NEAR(found.sum, exact.sum, 1e-5) << steps;
    EXPECT_NEAR(found.gap(), 0, 1e-4) << steps;
  }
}

// The steps of an integral are the midpoints of as many parts, each once, in whatever order.
TEST(PictureAttribution, StepsAreAllMidpointsOfTheWay) {
  Made made;
  const int tensor = TensorNamed("b15.exp");
  const std::vector<float> values = Kept(made.reading.tensor(tensor));
  for (const int steps : {5, 8, 13}) {
    made.reading.LookFrom(tensor, values);
    IntegratedShares integral(made.reading, tensor, ClassSeed(2), steps);
    while (integral.Step()) {
    }
    const std::vector<float> found = integral.Now().shares;
    std::vector<double> expected(values.size());
    for (int i = 0; i < steps; ++i) {
      const float share = (static_cast<float>(i) + 0.5f) / static_cast<float>(steps);
      std::vector<float> part = values;
      for (float& value : part) value *= share;
      made.reading.LookFrom(tensor, part);
      const std::vector<float> gradient = made.reading.Gradient(kLogits, ClassSeed(2), tensor);
      for (size_t k = 0; k < values.size(); ++k) {
        expected[k] += double{gradient[k]} * double{values[k]} / steps;
      }
    }
    made.reading.LookFrom(tensor, values);
    ASSERT_EQ(found.size(), expected.size());
    for (size_t k = 0; k < found.size(); ++k) {
      ASSERT_NEAR(double{found[k]}, expected[k], 1e-6) << steps << " steps, " << k;
    }
  }
}

TEST(ConvnetReading, TopClassesAreSortedAndTiesGoToTheLowerNumber) {
  std::vector<float> logits(kClassCount);
  logits[7] = logits[3] = 2;
  logits[900] = 5;
  EXPECT_EQ(TopClasses(logits, 4), (std::vector<int>{900, 3, 7, 0}));
  const std::vector<float> shares = ClassShares(logits);
  double sum = 0;
  for (const float share : shares) sum += double{share};
  EXPECT_NEAR(sum, 1, 1e-5);
  EXPECT_NEAR(double{shares[900] / shares[3]}, std::exp(3.0), 1e-3);
}

}  // namespace
}  // namespace meander
