// The ridge regression behind LIME against scikit-learn's (tests/fixtures/inside/make.py), and
// LIME, gradients and rollout on the real encoder.
#include "net/attribution/ridge.h"

#include <gtest/gtest.h>

#include <cmath>

#include "../../reference/reference_model.h"
#include "../../source_dir.h"
#include "base/files.h"
#include "base/json_reader.h"
#include "net/attribution/deletion.h"
#include "net/attribution/rollout.h"
#include "net/attribution/word_weights.h"
#include "net/derivative/pooling.h"

namespace meander {
namespace {

TEST(Ridge, IsScikitLearns) {
  const Json table = *ParseJson(
      *ReadTextFile(std::filesystem::path(kSourceDir) / "tests/fixtures/inside/ridge.json"),
      "The table");
  std::vector<double> x;
  for (const Json& row : table["masks"]) {
    for (const Json& mask : row) x.push_back(mask.get<double>());
  }
  const auto list = [&](const char* name) { return table[name].get<std::vector<double>>(); };
  const RidgeFit fit = FitRidge(x, 7, list("values"), list("weights"), 1);
  const std::vector<double> expected = list("coefficients");
  for (size_t i = 0; i < 7; ++i) EXPECT_NEAR(fit.weights[i], expected[i], 1e-6);
  EXPECT_NEAR(fit.intercept, table["intercept"].get<double>(), 1e-6);
  EXPECT_NEAR(fit.r2, table["r2"].get<double>(), 1e-6);
}

class Words : public testing::Test {
 protected:
  Words()
      : encoder(Model().weights),
        insight{Model().weights, encoder},
        text(*UnitsOf(Model().pieces, "The dog ran across.", false, "The text")),
        target(*ReadUnit(encoder, Model().pieces.Tokenize("A puppy was running.").ids)) {}

  WordWeights Run(const WeightOptions& options) {
    const auto job = MakeWeightJob(insight, text, target, options);
    for (bool more = true; more;) more = *job->Step();
    EXPECT_EQ(job->pieces_done(), job->pieces_in_all());
    EXPECT_EQ(job->result().weights.size(), text.units.size());
    return job->result();
  }

  Encoder encoder;
  Insight insight;
  UnitText text;
  std::vector<double> target;
};

TEST_F(Words, LimeFitsWhatItSaysItAskedAndOneSeedGivesOneAnswer) {
  WeightOptions options;
  options.method = WordMethod::kLime;
  options.samples = 40;
  const WordWeights first = Run(options), again = Run(options);
  EXPECT_EQ(first.weights, again.weights);
  EXPECT_EQ(first.masks, again.masks);
  options.seed = 2;
  EXPECT_NE(first.masks, Run(options).masks);
  const std::vector<double> x(first.masks.begin(), first.masks.end());
  const RidgeFit fit = FitRidge(x, text.word_count(), first.values, first.kernel, first.alpha);
  for (size_t i = 0; i < text.word_count(); ++i) EXPECT_EQ(first.weights[i + 1], fit.weights[i]);
  EXPECT_GT(first.r2, 0.5);
  EXPECT_NEAR(first.kernel[0], 1, 1e-12);  // the whole text
  for (const double near : first.kernel) EXPECT_LE(near, 1);
  EXPECT_NEAR(first.values[0], first.value, 1e-12);
}

TEST_F(Words, IntegratedGradientsCloseTheirGap) {
  WeightOptions options;
  options.method = WordMethod::kIntegrated;
  options.steps = 32;
  const WordWeights found = Run(options);
  EXPECT_LT(std::fabs(found.gap), 0.01 * found.value);
  EXPECT_NE(found.base, 0);
}

TEST_F(Words, OcclusionAndShapleyAgreeWithTheirVectors) {
  WeightOptions options;
  const WordWeights occluded = Run(options);
  const double without =
      DotOf(*ReadUnit(encoder, Model().pieces.Tokenize("The ran across.").ids), target);
  EXPECT_NEAR(occluded.weights[2], occluded.value - without, 1e-9);
  options.method = WordMethod::kShapley;
  EXPECT_NEAR(Run(options).gap, 0, 1e-5);
}

TEST_F(Words, RolloutIsTheProductOfTheLayers) {
  Recording recording(Model().weights);
  ASSERT_TRUE(recording.Read(text.ids).has_value());
  const std::vector<double> shares = RolloutShares(recording);
  const auto n = static_cast<size_t>(recording.tokens());
  // From the first layer up, whole matrices: (A/2 + I/2) times what is below.
  std::vector<double> all(n * n);
  for (size_t i = 0; i < n; ++i) all[i * n + i] = 1;
  for (int layer = 0; layer < kLayerCount; ++layer) {
    std::vector<double> next(n * n);
    for (size_t t = 0; t < n; ++t) {
      for (size_t u = 0; u < n; ++u) {
        double a = t == u ? 0.5 : 0;
        for (size_t head = 0; head < kHeadCount; ++head) {
          a += 0.5 / kHeadCount * recording.layer(layer).shares[(head * n + t) * n + u];
        }
        for (size_t v = 0; v < n; ++v) next[t * n + v] += a * all[u * n + v];
      }
    }
    all = next;
  }
  double sum = 0;
  for (size_t v = 0; v < n; ++v) {
    double mean = 0;
    for (size_t t = 0; t < n; ++t) mean += all[t * n + v] / static_cast<double>(n);
    EXPECT_NEAR(shares[v], mean, 1e-6);
    sum += shares[v];
  }
  EXPECT_NEAR(sum, 1, 1e-6);
}

TEST_F(Words, ACurveFallsFromTheWholeToNothing) {
  const std::vector<size_t> order = WordsByWeight(text, Run({}).weights);
  ASSERT_EQ(order.size(), text.word_count());
  DeletionCurve curve(insight, text, order, target);
  for (bool more = true; more;) more = *curve.Step();
  ASSERT_EQ(curve.values().size(), order.size() + 1);
  EXPECT_EQ(curve.values().back(), 0);
  const std::vector<size_t> back(order.rbegin(), order.rend());
  DeletionCurve other(insight, text, back, target);
  for (bool more = true; more;) more = *other.Step();
  EXPECT_LT(curve.area(), other.area());
}

}  // namespace
}  // namespace meander
