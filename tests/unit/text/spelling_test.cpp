// Lines as letters: what counts, what is dropped, and the codes that grams add up to.
#include "text/spelling.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "base/rng.h"

namespace meander {
namespace {

uint32_t CountOf(const std::vector<GramCount>& grams) {
  return std::accumulate(grams.begin(), grams.end(), 0u,
                         [](uint32_t sum, const GramCount& gram) { return sum + gram.count; });
}

TEST(Spelling, CaseAccentsAndMarksDoNotCount) {
  EXPECT_EQ(SpellingGrams("It's a CAFÉ."), SpellingGrams("its a cafe"));
  EXPECT_EQ(SpellingGrams("  one —\n two!"), SpellingGrams("one two"));
  EXPECT_NE(SpellingGrams("one two"), SpellingGrams("two one"));
}

TEST(Spelling, EveryRunOfTwoToFourIsCounted) {
  // " ab " has three pairs, two triples and one run of four.
  EXPECT_EQ(CountOf(SpellingGrams("ab")), 6u);
  EXPECT_TRUE(SpellingGrams("").empty());
  EXPECT_TRUE(SpellingGrams("?!").empty());
  EXPECT_FALSE(SpellingGrams("日本").empty());
}

TEST(Spelling, GramsOfOneBucketAddUp) {
  const auto once = SpellingGrams("sea");
  const auto thrice = SpellingGrams("sea sea sea");
  ASSERT_FALSE(once.empty());
  uint32_t most = 0;
  for (const GramCount& gram : thrice) most = std::max<uint32_t>(most, gram.count);
  EXPECT_EQ(most, 3u);
}

TEST(GramCode, PointsTheWayOfTheSumWhateverItsLength) {
  GramTable table{kGramBuckets, kGramDim, std::vector<uint16_t>(kGramBuckets, 3),
                  std::vector<int8_t>(size_t{kGramBuckets} * kGramDim)};
  Rng rng(4);
  for (int8_t& code : table.codes) code = static_cast<int8_t>(rng.Below(255));
  const std::vector<GramCount> once{{5, 1}, {9, 1}}, twice{{5, 2}, {9, 2}};
  EXPECT_EQ(CodeOfGrams(table, once), CodeOfGrams(table, twice));
  const GramCode code = CodeOfGrams(table, once);
  double squares = 0;
  for (const int8_t value : code) squares += double{static_cast<double>(value)} * value;
  EXPECT_NEAR(std::sqrt(squares), kGramCodeLength, 4);
  EXPECT_EQ(CodeOfGrams(table, {}), GramCode{});
  table.buckets = 7;
  EXPECT_EQ(CodeOfGrams(table, once), GramCode{}) << "a table of another shape says nothing";
}

}  // namespace
}  // namespace meander
