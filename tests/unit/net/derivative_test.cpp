// Derivatives of the encoder: reverse mode against central differences, forward mode against
// reverse mode, single operations and all six layers with the real weights.
#include <gtest/gtest.h>

#include <cmath>

#include "../../reference/reference_model.h"
#include "base/rng.h"
#include "net/dense.h"
#include "net/dense_float.h"
#include "net/derivative/attention.h"
#include "net/derivative/norm.h"
#include "net/derivative/recording.h"
#include "net/encoder.h"
#include "net/row_math.h"

namespace meander {
namespace {

std::vector<float> Noise(size_t count, uint64_t seed) {
  Rng rng(seed);
  std::vector<float> values(count);
  for (float& x : values) x = rng.Unit() * 2 - 1;
  return values;
}

double Dot(std::span<const float> a, std::span<const float> b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += double{a[i]} * b[i];
  return sum;
}

std::vector<int32_t> Ids(const char* text) { return Model().pieces.Tokenize(text).ids; }

TEST(DenseModes, AreTheSameMatrixForwardAndBack) {
  const DenseWeights& up = Model().weights.layer(2).up;
  for (const int rows : {1, 3, 4, 9}) {  // with and without a rest of the four at once
    const auto count = static_cast<size_t>(rows);
    const std::vector<float> x = Noise(count * kWidth, 1), y = Noise(count * kInnerWidth, 2);
    std::vector<float> forward(count * kInnerWidth), back(count * kWidth), whole(forward.size());
    DenseForwardMode(up, x.data(), rows, forward.data());
    DenseReverseMode(up, y.data(), rows, back.data());
    EXPECT_NEAR(Dot(forward, y) / Dot(back, x), 1, 1e-5);
    DenseFloat(up, x.data(), rows, whole.data());
    for (size_t i = 0; i < whole.size(); ++i) {
      ASSERT_NEAR(whole[i] - forward[i], up.bias[i % kInnerWidth], 1e-5);
    }
  }
}

TEST(NormModes, AgreeWithCentralDifferencesAndEachOther) {
  const NormWeights& norm = Model().weights.layer(0).mix_norm;
  const std::vector<float> x = Noise(2 * kWidth, 3), dx = Noise(2 * kWidth, 4);
  const std::vector<float> gy = Noise(2 * kWidth, 5);
  std::vector<float> y = x, normalised(2 * kWidth), factors(2);
  NormForward(norm, 2, y.data(), normalised.data(), factors.data());
  std::vector<float> same = x;
  LayerNorm(norm, same.data());
  for (int i = 0; i < kWidth; ++i) ASSERT_NEAR(y[i], same[i], 1e-5);
  std::vector<float> dy = dx, gx = gy;
  NormForwardMode(norm, 2, normalised.data(), factors.data(), 2, dy.data());
  NormReverseMode(norm, 2, normalised.data(), factors.data(), gx.data());
  EXPECT_NEAR(Dot(dy, gy), Dot(dx, gx), 1e-4);
  constexpr float kStep = 1e-2f;
  std::vector<float> above = x, below = x;
  for (size_t i = 0; i < x.size(); ++i) {
    above[i] += kStep * dx[i];
    below[i] -= kStep * dx[i];
  }
  for (auto* side : {&above, &below}) {
    LayerNorm(norm, side->data());
    LayerNorm(norm, side->data() + kWidth);
  }
  for (size_t i = 0; i < x.size(); ++i) {
    ASSERT_NEAR((above[i] - below[i]) / (2 * kStep), dy[i], 1e-3);
  }
}

TEST(GeluSlopes, AgreeWithTheLibrarys) {
  for (float x = -6; x < 6; x += 0.25f) {
    float at[4] = {x, x, x, x}, slope[4];
    GeluSlope(at, 4, slope);
    const double exact = 0.5 * (1 + std::erf(double{x} / std::sqrt(2.0))) +
                         x * std::exp(-double{x} * x / 2) / std::sqrt(2 * M_PI);
    EXPECT_NEAR(slope[2], exact, 1e-6) << x;
  }
}

class Read : public testing::Test {
 protected:
  static const Recording& Cat() {
    static const Recording* const recording = [] {
      auto* made = new Recording(Model().weights);
      EXPECT_TRUE(made->Read(Ids("The cat sat quietly on grandmother's mat.")).has_value());
      return made;
    }();
    return *recording;
  }
};

TEST_F(Read, GivesTheSameStatesAsTheEncoder) {
  const std::vector<int32_t> ids = Ids("The cat sat quietly on grandmother's mat.");
  Encoder encoder(Model().weights, Arithmetic::kFloat);
  std::vector<float> unit(kWidth);
  float worst = 0;
  Taps taps;
  taps.hidden = [&](int depth, std::span<const float> hidden) {
    const std::span<const float> ours = Cat().hidden(depth);
    ASSERT_EQ(ours.size(), hidden.size());
    for (size_t i = 0; i < hidden.size(); ++i) {
      worst = std::max(worst, std::fabs(ours[i] - hidden[i]));
    }
  };
  ASSERT_TRUE(encoder.Encode(ids, unit, &taps).has_value());
  EXPECT_LT(worst, 2e-5f);
  for (size_t i = 0; i < kWidth; ++i) EXPECT_NEAR(Cat().pooled().unit[i], unit[i], 1e-6);
}

// d = the change of every hidden row at `depth`; g = the gradient of every last hidden row.
TEST_F(Read, ForwardAndReverseModeAgree) {
  for (int depth = 0; depth <= kLayerCount; ++depth) {
    const size_t count = Cat().hidden(0).size();
    const std::vector<float> d = Noise(count, 10 + static_cast<uint64_t>(depth));
    const std::vector<float> g = Noise(count, 30 + static_cast<uint64_t>(depth));
    std::vector<float> forward = d;
    Cat().ForwardMode(depth, forward);
    const std::vector<float> back = Cat().ReverseMode(g, depth);
    const double scale = std::sqrt(Dot(forward, forward) * Dot(g, g));
    EXPECT_LT(std::fabs(Dot(forward, g) - Dot(d, back)) / scale, 1e-5) << depth;
  }
}

TEST_F(Read, TheGradientOfAClosenessAgreesWithCentralDifferences) {
  Recording other(Model().weights);
  ASSERT_TRUE(other.Read(Ids("A kitten rests upon the rug.")).has_value());
  const std::vector<double>& target = other.pooled().unit;
  for (const int depth : {0, 3, 5}) {
    const std::vector<float> gradient =
        Cat().ReverseMode(ClosenessReverseMode(Cat().pooled(), target, Cat().tokens()), depth);
    const std::span<const float> hidden = Cat().hidden(depth);
    for (uint64_t seed = 1; seed <= 3; ++seed) {
      const std::vector<float> way = Noise(hidden.size(), seed);
      constexpr float kStep = 4e-3f;
      double ends[2];
      for (int side = 0; side < 2; ++side) {
        std::vector<float> moved(hidden.begin(), hidden.end());
        for (size_t i = 0; i < moved.size(); ++i) moved[i] += (side == 0 ? -kStep : kStep) * way[i];
        Recording at(Model().weights);
        at.ReadFrom(depth, moved);
        ends[side] = DotOf(at.pooled().unit, target);
      }
      const double difference = (ends[1] - ends[0]) / (2.0 * kStep);
      EXPECT_NEAR(Dot(gradient, way), difference, 1e-3) << depth << " " << seed;
      EXPECT_GT(std::fabs(difference), 1e-4);  // there is something to agree on
    }
  }
}

TEST_F(Read, SeveralChangesAtOnceAreEachTheirOwn) {
  const size_t count = Cat().hidden(0).size();
  std::vector<float> both = Noise(2 * count, 7);
  std::vector<float> second(both.begin() + static_cast<ptrdiff_t>(count), both.end());
  Cat().ForwardMode(2, both);
  Cat().ForwardMode(2, second);
  for (size_t i = 0; i < count; ++i) ASSERT_EQ(both[count + i], second[i]);
}

TEST_F(Read, TellsTheGradientOfTheInnerActivations) {
  // Along `inner` the layer is linear up to the last norm: gradient · activations, by hand.
  const std::vector<float> g = Noise(Cat().hidden(0).size(), 9);
  std::vector<int> told;
  (void)Cat().ReverseMode(g, 4, [&](int layer, std::span<const float> gradient) {
    told.push_back(layer);
    EXPECT_EQ(gradient.size(), Cat().layer(layer).inner.size());
    EXPECT_GT(Dot(gradient, gradient), 0);
  });
  EXPECT_EQ(told, (std::vector<int>{5, 4}));
}

TEST(Recording, RefusesWhatIsNoText) {
  Recording recording(Model().weights);
  EXPECT_FALSE(recording.Read({}).has_value());
  EXPECT_FALSE(recording.Read(std::vector<int32_t>(129, 101)).has_value());
  EXPECT_FALSE(recording.Read(std::vector<int32_t>{101, 30522, 102}).has_value());
}

TEST(InnerGradients, ComeFromTheActivationsAlone) {
  constexpr int kLayer = 3;
  Recording reading(Model().weights);
  ASSERT_TRUE(reading.Read(Ids("The dog ran across the field.")));
  // With the activations it had, the layer ends where it ended.
  const std::vector<float> same = reading.AfterInner(kLayer, reading.layer(kLayer).inner);
  const auto next = reading.hidden(kLayer + 1);
  ASSERT_EQ(same.size(), next.size());
  for (size_t i = 0; i < same.size(); ++i) ASSERT_NEAR(same[i], next[i], 1e-5);
  std::vector<float> none(reading.layer(kLayer).inner.size());
  EXPECT_GT(std::fabs(reading.AfterInner(kLayer, none)[5] - next[5]), 1e-4);

  // What a change of the state before the layer does to weights · activations.
  const std::vector<float> weights = Noise(reading.layer(kLayer).inner.size(), 7);
  const std::vector<float> change = Noise(next.size(), 8);
  const auto value_at = [&](float step) {
    std::vector<float> hidden(reading.hidden(kLayer).begin(), reading.hidden(kLayer).end());
    for (size_t i = 0; i < hidden.size(); ++i) hidden[i] += step * change[i];
    Recording other(Model().weights);
    other.ReadFrom(kLayer, hidden);
    return Dot(other.layer(kLayer).inner, weights);
  };
  constexpr float kStep = 3e-3f;
  const double difference = (value_at(kStep) - value_at(-kStep)) / (2 * kStep);
  const double told = Dot(reading.ReverseModeFromInner(kLayer, weights), change);
  EXPECT_NEAR(told, difference, 1e-3 * std::max(1.0, std::fabs(difference)));
}

}  // namespace
}  // namespace meander
