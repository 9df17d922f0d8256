// What is read off the answers.
#include "inside/numbers.h"

#include <gtest/gtest.h>

#include "made_up_engine.h"

namespace meander {
namespace {

ShownMatrix Small() {
  // mark, x, y, mark by mark, u, mark: nine of twelve numbers belong to marks.
  return {
      UnitsIn("x y"), UnitsIn("u"), {1, 2, 3, 4, 0.5f, 6, 7, -0.25f, 9, 1, 2, 3}, 1, 0, 0, 1, true};
}

TEST(InsideNumbers, PairsLeaveOutTheMarksAndComeHeaviestFirst) {
  const std::vector<WeighedPair> pairs = PairsByWeight(Small());
  ASSERT_EQ(pairs.size(), 2u);
  EXPECT_EQ(pairs[0].value, 0.5f);
  EXPECT_EQ(pairs[0].a, 1);
  EXPECT_EQ(pairs[1].value, -0.25f);
  EXPECT_FLOAT_EQ(MarksShare(Small()), 1 + 2 + 3 + 4 + 6 + 7 + 9 + 1 + 2 + 3);
  EXPECT_FLOAT_EQ(ShareOfFirst(pairs, 1), 2.f / 3);
  EXPECT_EQ(PairsThatCarry(pairs, 0.5f), 1u);
  EXPECT_EQ(PairsThatCarry(pairs, 0.9f), 2u);
  EXPECT_EQ(PairsThatCarry({}, 0.5f), 0u);
}

TEST(InsideNumbers, AgreementIsSpearmans) {
  // scipy.stats.spearmanr([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]) = 0.8
  EXPECT_NEAR(RankAgreement(std::vector<float>{1, 2, 3, 4, 5}, std::vector<float>{2, 1, 4, 3, 5}),
              0.8, 1e-6);
  // With ties: spearmanr([1, 2, 2, 3], [1, 3, 2, 4]) = 0.9486833
  EXPECT_NEAR(RankAgreement(std::vector<float>{1, 2, 2, 3}, std::vector<float>{1, 3, 2, 4}),
              0.9486833, 1e-6);
  EXPECT_EQ(RankAgreement(std::vector<float>{1, 1, 1}, std::vector<float>{1, 2, 3}), 0);
  EXPECT_EQ(RankAgreement(std::vector<float>{1, 2}, std::vector<float>{1, 2, 3}), 0);
}

TEST(InsideNumbers, SurvivalIsTheMeanOfTheCurve) {
  EXPECT_FLOAT_EQ(Survival(std::vector<float>{0.8f, 0.4f, 0}), 0.5f);
  EXPECT_EQ(Survival(std::vector<float>{}), 0);
  EXPECT_EQ(Survival(std::vector<float>{0, 1}), 0);
}

TEST(InsideNumbers, SignsAndWords) {
  EXPECT_EQ(Signed(0.144f), "+0.14");
  EXPECT_EQ(Signed(-0.026f),
            "\xE2\x88\x92"
            "0.03");
  EXPECT_EQ(Signed(-0.001f), "0.00");
  EXPECT_EQ(Plainly(0.5f), "0.50");
  EXPECT_EQ(Plainly(-0.5f),
            "\xE2\x88\x92"
            "0.50");
  EXPECT_EQ(UpperFirst("puppy, ball"), "Puppy, ball");
  EXPECT_EQ(UpperFirst("über"), "über");
  EXPECT_EQ(LowerFirst("Gradients summed"), "gradients summed");
  EXPECT_EQ(LowerFirst("LIME"), "LIME");
  EXPECT_EQ(LowerFirst("Shapley"), "Shapley");
}

TEST(InsideNumbers, AUnitOutsideItsTextIsNoWord) {
  EXPECT_EQ(WordsOfUnit("a puppy", {2, 7, 1, false}), "puppy");
  EXPECT_EQ(WordsOfUnit("a puppy", {2, 70, 1, false}), "…");
  EXPECT_EQ(WordsOfUnit("a puppy", {7, 2, 1, false}), "…");
}

TEST(InsideNumbers, StrikingAWordClosesTheGap) {
  const std::string text = "The doctor did not find it.";
  const std::vector<InsideUnit> units = UnitsIn(text);
  EXPECT_EQ(TextWithout(text, units, std::vector<size_t>{4}), "The doctor did find it.");
  EXPECT_EQ(TextWithout(text, units, std::vector<size_t>{6, 1}), "doctor did not find");
  EXPECT_EQ(TextWithout(text, units, std::vector<size_t>{}), text);
  EXPECT_EQ(TextWithout("ab", units, std::vector<size_t>{4}), "ab") << "units of another text";
  InsideState state;
  state.a = text;
  for (const std::vector<size_t>& struck : {std::vector<size_t>{4}, {1}, {6}, {2, 3}, {1, 6}}) {
    state.edited = TextWithout(text, units, struck);
    EXPECT_EQ(StruckUnits(state, units), struck);
  }
  state.edited = "The nurse did not find it.";
  EXPECT_TRUE(StruckUnits(state, units).empty()) << "typed, not struck";
}

TEST(InsideNumbers, ForecastsAreCountedWhereSomethingHappens) {
  InsideWordAnswer forecast, truth;
  forecast.units = truth.units = UnitsIn("a b c d");
  forecast.weights = {9, 0.1f, -0.1f, 0.2f, 0.3f, 9};
  truth.weights = {9, 0.2f, 0.1f, 0.001f, 0.1f, 9};
  const Forecasts found = ForecastsOf(forecast, truth);
  EXPECT_EQ(found.all, 3);
  EXPECT_EQ(found.right, 2);
  truth.weights.pop_back();
  EXPECT_EQ(ForecastsOf(forecast, truth).all, 0);
}

TEST(InsideNumbers, GroupsAreNamedByTheWordsTheyFireIn) {
  InsideState state;
  state.a = "the red ball";
  state.b = "The toy";
  InsideGroupAnswer groups;
  groups.a = UnitsIn(state.a);
  groups.b = UnitsIn(state.b);
  groups.neurons.resize(1);
  groups.strengths = {9, 2, 0.1f, 1, 9, 9, 1.9f, 0, 9};  // marks fire most and are no words
  EXPECT_EQ(GroupWords(state, groups, 0, 3), "the, ball") << "The is the same word as the";
  EXPECT_FLOAT_EQ(FiringOf(groups, 1, 0), 1);
  EXPECT_FLOAT_EQ(FiringOf(groups, 3, 0), 0.5f);
  EXPECT_EQ(RanksOf({2, 0, 1}), (std::vector<size_t>{1, 2, 0}));
}

}  // namespace
}  // namespace meander
