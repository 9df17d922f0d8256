// What a gradient is held to, in numbers: the panel on hand-made gradients, and the whole bench on
// the real pack of lines where it has been made.
#include "cli/line_bench.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "../../source_dir.h"

namespace meander {
namespace {

MixedRow RowAtDegrees(double degrees) {
  MixedRow row(16, 0);
  const double radians = degrees / 57.29577951;
  row[0] = static_cast<int16_t>(std::lround(kMixedOne * std::cos(radians)));
  row[1] = static_cast<int16_t>(std::lround(kMixedOne * std::sin(radians)));
  return row;
}

MeasuredGradient Gradient(std::vector<std::string> texts, const std::vector<double>& degrees) {
  MeasuredGradient gradient{std::move(texts), {}};
  for (const double angle : degrees) gradient.rows.push_back(RowAtDegrees(angle));
  return gradient;
}

TEST(GradientPanel, AStraightEvenWayScoresFully) {
  const auto scores =
      Measure(Gradient({"A ship sails.", "Old kings eat bread.", "Nobody saw the moon.",
                        "We went home early.", "The end is near."},
                       {0, 20, 40, 60, 80}));
  EXPECT_EQ(scores.distinct, 1);
  EXPECT_EQ(scores.near_repeat, 0);
  EXPECT_EQ(scores.order, 1);
  EXPECT_NEAR(scores.max_to_mean, 1, .01);
  EXPECT_NEAR(scores.largest_step, 20 / 57.3, .01);
  EXPECT_NEAR(scores.on_path, 1, .01);
  EXPECT_EQ(scores.ends_repeated, 0);
  EXPECT_EQ(scores.beyond_length, 0);
}

TEST(GradientPanel, EveryFaultIsSeen) {
  const auto scores = Measure(Gradient(
      {"A ship sails.", "A ship sails!", "Nobody saw it.", "Nobody saw it.", "The end is near."},
      {0, 60, 40, 20, 80}));
  EXPECT_NEAR(scores.distinct, 2. / 3, 1e-9);
  EXPECT_NEAR(scores.near_repeat, 2. / 3, 1e-9) << "what the end says, and what was just said";
  EXPECT_EQ(scores.order, -1);
  EXPECT_GT(scores.max_to_mean, 1.5);
  EXPECT_LT(scores.on_path, .95);
  EXPECT_EQ(scores.ends_repeated, 1);
  EXPECT_EQ(Measure(Gradient({"a b c", "Too short.", "d e f"}, {0, 10, 20})).beyond_length, 1);
}

TEST(GradientPanel, MeansAreMeansAndCountsAreSums) {
  GradientScores one, two;
  one.order = 1;
  one.ends_repeated = 1;
  two.ends_repeated = 2;
  EXPECT_EQ(MeanOf({one, two}).order, .5);
  EXPECT_EQ(MeanOf({one, two}).ends_repeated, 3);
}

TEST(GradientBench, TheRealPackKeepsEveryMeasure) {
  const std::filesystem::path root = kSourceDir;
  const std::filesystem::path pack = root / "build/packs/sentences";
  if (!std::filesystem::exists(pack / "pack.meander"))
    GTEST_SKIP() << "no pack of lines has been made";
  const char* cache = std::getenv("MEANDER_CACHE");
  const char* home = std::getenv("HOME");
  const std::filesystem::path model =
      cache != nullptr
          ? std::filesystem::path(cache) / "model"
          : std::filesystem::path(home != nullptr ? home : "") / ".cache/meander/model";
  const auto pairs = ReadPairs(root / "bench/gradient/pairs.jsonl");
  ASSERT_TRUE(pairs) << pairs.error().message;
  ASSERT_EQ(pairs->size(), 40u);
  const auto bench = LineBench::Open(pack, model);
  ASSERT_TRUE(bench) << bench.error().message;
  for (const SpaceShares shares :
       {SpaceShares{100, 0, 0}, {0, 100, 0}, {0, 0, 100}, {34, 33, 33}}) {
    std::vector<GradientScores> ours, skip;
    for (const SentencePair& pair : *pairs) {
      const auto compared = (*bench)->Compare(pair, shares);
      ASSERT_TRUE(compared) << pair.a << ": " << compared.error().message;
      ours.push_back(compared->ours.scores);
      skip.push_back(compared->skip.scores);
    }
    const GradientScores mean = MeanOf(ours);
    const std::string which =
        std::to_string(shares.meaning) + "," + std::to_string(shares.spelling);
    EXPECT_EQ(mean.distinct, 1) << which;
    EXPECT_LE(mean.near_repeat, .005) << which;
    EXPECT_GE(mean.order, .955) << which;
    EXPECT_LE(mean.max_to_mean, 1.40) << which;
    EXPECT_LE(mean.largest_step, .85 * MeanOf(skip).largest_step) << which;
    EXPECT_EQ(mean.ends_repeated, 0) << which;
    EXPECT_EQ(mean.beyond_length, 0) << which;
  }
}

}  // namespace
}  // namespace meander
