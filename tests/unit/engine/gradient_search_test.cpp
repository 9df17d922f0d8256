// The search for a gradient over made-up lines: what it must keep to whatever it is asked.
#include "engine/gradient_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/rng.h"
#include "text/letter_marks.h"
#include "text/spelling.h"

namespace meander {
namespace {

constexpr uint32_t kLines = 400;

// Lines of three words out of thirty, in the spelling space of a table of random rows.
class GradientSearchTest : public testing::Test {
 protected:
  void SetUp() override {
    table_ = {kGramBuckets, kGramDim, std::vector<uint16_t>(kGramBuckets, 1),
              std::vector<int8_t>(size_t{kGramBuckets} * kGramDim)};
    Rng rng(6);
    for (int8_t& code : table_.codes)
      code = static_cast<int8_t>(static_cast<int>(rng.Below(201)) - 100);
    const char* words[] = {
        "ship",   "sail", "storm", "night", "house", "garden", "rose",  "king", "queen", "crown",
        "bread",  "wine", "song",  "dance", "river", "stone",  "light", "lamp", "snow",  "winter",
        "summer", "bird", "wing",  "cloud", "rain",  "field",  "horse", "road", "dust",  "gold"};
    std::set<std::string> said;
    while (lines_.size() < kLines) {
      const std::string line = std::string(words[rng.Below(30)]) + ", " + words[rng.Below(30)] +
                               " or " + words[rng.Below(30)] + ".";
      if (said.insert(line).second) lines_.push_back(line);
    }
    space_.SetBook({});
    for (uint32_t line = 0; line < kLines; ++line) {
      space_.Add({});
      space_.SetSpelling(line, CodeOfGrams(table_, SpellingGrams(lines_[line])));
      small_.Note(lines_[line]);
    }
    small_.Sort();
  }
  FixedLine Fixed(int stop, std::string text, uint32_t line = kTypedLine) const {
    LineQuery query;
    query.spelling = CodeOfGrams(table_, SpellingGrams(text));
    return {stop, query, std::move(text), line};
  }
  GradientQuestion Question(int steps = 7) const {
    GradientQuestion question;
    question.shares = {0, 100, 0};
    question.steps = steps;
    question.fixed = {Fixed(-1, "A ship in the night."), Fixed(steps, "Gold dust on every road!")};
    question.ranges = {{0, kLines}};
    return question;
  }
  Result<FoundGradient> Find(const GradientQuestion& question) {
    GradientSearch search(
        space_, small_, [&](uint32_t line) { return std::string_view(lines_[line]); }, question);
    while (search.Step()) {
    }
    sketch_ = search.sketch();
    return search.found();
  }
  static std::vector<uint32_t> LinesOf(const FoundGradient& gradient) {
    std::vector<uint32_t> lines;
    for (const FoundStop& stop : gradient.stops) lines.push_back(stop.line);
    return lines;
  }

  GramTable table_;
  std::vector<std::string> lines_;
  LineSpace space_;
  SmallWords small_;
  std::vector<uint32_t> sketch_;
};

TEST_F(GradientSearchTest, LeadsFromTheOneEndToTheOtherWithoutRepeats) {
  for (const int steps : {3, 7, 25}) {
    const auto found = Find(Question(steps));
    ASSERT_TRUE(found) << found.error().message;
    const std::vector<uint32_t> lines = LinesOf(*found);
    ASSERT_EQ(lines.size(), static_cast<size_t>(steps));
    EXPECT_EQ(std::set<uint32_t>(lines.begin(), lines.end()).size(), lines.size());
    for (size_t b = 0; b < lines.size(); ++b) {
      for (size_t a = 0; a < b; ++a) {
        EXPECT_FALSE(
            AreTwins(WordSetOf(lines_[lines[a]], &small_), WordSetOf(lines_[lines[b]], &small_)))
            << lines_[lines[a]] << " / " << lines_[lines[b]];
      }
    }
    EXPECT_LT(found->stops.front().to_b, found->stops.back().to_b);
    EXPECT_GT(found->stops.front().to_a, found->stops.back().to_a);
    EXPECT_EQ(std::set<uint32_t>(sketch_.begin(), sketch_.end()).size(), sketch_.size());
  }
}

TEST_F(GradientSearchTest, TheSameQuestionHasTheSameAnswer) {
  EXPECT_EQ(LinesOf(*Find(Question())), LinesOf(*Find(Question())));
}

// Where letters count for nothing the steps show fewer of them.
TEST_F(GradientSearchTest, NeighboursShowTheSameLettersWhereSpellingCounts) {
  const auto letters_shared = [&](int weight) {
    GradientQuestion question = Question();
    question.weights.letters = weight;
    const auto found = Find(question);
    EXPECT_TRUE(found);
    int shared = 0;
    for (size_t i = 1; found && i < found->stops.size(); ++i) {
      shared += SharedMarks(LetterMarksOf(lines_[found->stops[i - 1].line]),
                            LetterMarksOf(lines_[found->stops[i].line]));
    }
    return shared;
  };
  EXPECT_GT(letters_shared(64), letters_shared(0));
}

TEST_F(GradientSearchTest, TheWidestStepIsNamed) {
  const auto found = Find(Question());
  std::vector<int32_t> steps;
  for (const FoundStop& stop : found->stops) steps.push_back(stop.step);
  steps.push_back(found->last_step);
  EXPECT_EQ(found->weakest, std::ranges::max_element(steps) - steps.begin());
}

TEST_F(GradientSearchTest, PinnedLinesStandWhereTheyWerePut) {
  GradientQuestion question = Question();
  question.fixed.insert(question.fixed.begin() + 1, Fixed(2, lines_[17], 17));
  question.fixed.insert(question.fixed.begin() + 2, Fixed(5, "Nobody typed this before."));
  const auto found = Find(question);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->stops[2].line, 17u);
  EXPECT_EQ(found->stops[5].line, kTypedLine);
  for (const size_t other : {0, 1, 3, 4, 6}) EXPECT_LT(found->stops[other].line, kLines);
  EXPECT_EQ(found->stops[2].others.size(), 0u);
}

TEST_F(GradientSearchTest, BannedLinesAndOtherShelvesAreNotUsed) {
  GradientQuestion question = Question();
  const std::vector<uint32_t> first = LinesOf(*Find(question));
  question.banned = first;
  std::ranges::sort(question.banned);
  for (const uint32_t line : LinesOf(*Find(question))) {
    EXPECT_EQ(std::ranges::find(first, line), first.end());
  }
  question.banned.clear();
  question.ranges = {{50, 100}, {300, 350}};
  for (const uint32_t line : LinesOf(*Find(question))) {
    EXPECT_TRUE((line >= 50 && line < 100) || (line >= 300 && line < 350)) << line;
  }
}

TEST_F(GradientSearchTest, ViasAreAllOnTheWay) {
  GradientQuestion question = Question();
  question.vias = {{3, 4, 5}, {200}};
  const auto found = Find(question);
  ASSERT_TRUE(found) << found.error().message;
  const std::vector<uint32_t> lines = LinesOf(*found);
  EXPECT_NE(std::ranges::find(lines, 200u), lines.end());
  EXPECT_TRUE(std::ranges::any_of(lines, [](uint32_t line) { return line >= 3 && line <= 5; }));
  question.vias = {{}};
  EXPECT_EQ(Find(question).error().code, ErrorCode::kNotFound);
}

TEST_F(GradientSearchTest, WhatAnEndSaysIsNotSaidBetween) {
  GradientQuestion question = Question();
  question.fixed.front() = Fixed(-1, lines_[9]);
  question.fixed.back() = Fixed(7, lines_[10]);
  for (const uint32_t line : LinesOf(*Find(question))) {
    EXPECT_NE(line, 9u);
    EXPECT_NE(line, 10u);
  }
}

TEST_F(GradientSearchTest, TooFewLinesAreSaidToBeTooFew) {
  GradientQuestion question = Question(25);
  question.ranges = {{0, 10}};
  EXPECT_EQ(Find(question).error().code, ErrorCode::kNotFound);
  question.ranges = {};
  EXPECT_EQ(Find(question).error().code, ErrorCode::kNotFound);
}

TEST_F(GradientSearchTest, OneEndTwiceIsStillAQuestion) {
  GradientQuestion question = Question();
  question.fixed.back() = Fixed(7, question.fixed.front().text);
  EXPECT_TRUE(Find(question));
}

TEST_F(GradientSearchTest, TheDialMovesBetweenTheWayAndSmallSteps) {
  const auto sums = [&](int scenic) {
    GradientQuestion question = Question();
    question.weights = WeightsOf(scenic);
    const auto found = Find(question);
    int32_t departure = 0, largest = found->last_step;
    for (const FoundStop& stop : found->stops) {
      departure += std::abs(stop.place.departure);
      largest = std::max(largest, stop.step);
    }
    return std::pair(departure, largest);
  };
  EXPECT_LE(sums(0).first, sums(100).first);
  EXPECT_GE(sums(0).second, sums(100).second);
}

// The widest step is held by itself: small steps in general are not asked for.
TEST_F(GradientSearchTest, NoStepIsAsWideAsBetweenTheNearestLines) {
  const auto widest = [&](int too_wide) {
    GradientQuestion question = Question();
    question.weights.step = 0;
    question.weights.farther = 0;  // of so few lines it leaves no choice
    question.weights.too_wide = too_wide;
    const auto found = Find(question);
    EXPECT_TRUE(found);
    int32_t step = found->last_step;
    for (const FoundStop& stop : found->stops) step = std::max(step, stop.step);
    return step;
  };
  const GradientQuestion question = Question();
  std::vector<MixedRow> rows{space_.RowOf(question.fixed[0].query, question.shares)};
  ASSERT_TRUE(Find(question));
  for (const uint32_t line : sketch_) rows.push_back(space_.RowOf(line, question.shares));
  rows.push_back(space_.RowOf(question.fixed[1].query, question.shares));
  int32_t between_nearest = 0;
  for (size_t i = 1; i < rows.size(); ++i) {
    between_nearest = std::max(between_nearest, ArcCosine(CosineOf(rows[i - 1], rows[i])));
  }
  EXPECT_LT(widest(question.weights.too_wide), between_nearest);
  EXPECT_LT(widest(question.weights.too_wide), widest(0));
}

// What stands far off the way is dear by itself, however near the rest of the way is.
TEST_F(GradientSearchTest, NoLineStandsFarOffTheWay) {
  const auto farthest = [&](int farther) {
    GradientQuestion question = Question();
    question.weights.farther = farther;
    const auto found = Find(question);
    EXPECT_TRUE(found);
    int departure = 0;
    for (const FoundStop& stop : found->stops) {
      departure = std::max(departure, std::abs(stop.place.departure));
    }
    return departure;
  };
  EXPECT_LT(farthest(4096), farthest(0));
}

TEST(PathWeights, WhatIsTwiceAsFarBeyondTheNearestCostsFourTimesAsMuch) {
  EXPECT_EQ(CostOfFarther(0, 256), 0u);
  EXPECT_EQ(CostOfFarther(kAngleOne / 8, 256), 4u * CostOfFarther(kAngleOne / 16, 256));
  EXPECT_EQ(CostOfFarther(kAngleOne, 16), CostOfAngle(kAngleOne, 16)) << "both of one radian";
  EXPECT_LT(CostOfFarther(kHalfTurn, 256), 1u << 24) << "the farthest there can be";
}

TEST_F(GradientSearchTest, LinesShowTheWordsOfAnEnd) {
  const auto shown = [&](int echo) {
    GradientQuestion question = Question();
    question.weights.echo = echo;
    question.weights.too_wide = question.weights.backwards = 0;  // few lines leave little choice
    const auto found = Find(question);
    EXPECT_TRUE(found);
    int shared = 0;
    for (size_t i = 0; found && i < found->stops.size(); ++i) {
      const LetterMarks marks = LetterMarksOf(lines_[found->stops[i].line]);
      shared += std::max(SharedMarks(marks, LetterMarksOf(question.fixed[0].text)),
                         SharedMarks(marks, LetterMarksOf(question.fixed[1].text)));
    }
    return shared;
  };
  EXPECT_GT(shown(64), shown(0));
}

TEST(PathWeights, WidthCostsBeyondWhatIsAllowedOnly) {
  const PathWeights weights;
  EXPECT_EQ(CostOfWidth(0, kCosineOne, weights), 0u);
  EXPECT_EQ(CostOfWidth(kCosineOne, kCosineOne, weights), 0u);
  EXPECT_EQ(CostOfWidth(kCosineOne + 16, kCosineOne, weights), 320u);
  EXPECT_LT(CostOfWidth(kCosineOne * 22 / 7, 0, weights), 1u << 24) << "the widest there can be";
}

TEST(Way, PlacesRunFromOneEndToTheOther) {
  const int32_t a_to_b = 0;  // at a right angle
  const Way way(a_to_b, MixedRow(16, 0), 0, 0);
  EXPECT_EQ(way.PlaceOf(kCosineOne, 0), (PlaceOnWay{0, 0}));
  EXPECT_EQ(way.PlaceOf(0, kCosineOne).progress, 255);
  const PlaceOnWay middle = way.PlaceOf(kCosineOne / 2, kCosineOne / 2);
  EXPECT_NEAR(middle.progress, 128, 1);
  EXPECT_NEAR(middle.departure, 45, 1);
  const CosinePairs pairs{{100, 100}, {9000, 9000}, {-200, 16000}, {8000, 8000}};
  EXPECT_EQ(way.NearestTo(pairs, 2), (std::vector<uint32_t>{1, 3})) << "the third is beyond an end";
}

TEST(Way, PointsAreNearWhatLiesThere) {
  const CosinePairs pairs{{16384, 0}, {11585, 11585}, {0, 16384}, {11585, 11585}};
  EXPECT_EQ(PointOnWay(1.5708, .5).Nearest(pairs, 2), (std::vector<uint32_t>{1, 3}));
  EXPECT_EQ(PointOnWay(1.5708, 0).Nearest(pairs, 1), (std::vector<uint32_t>{0}));
  EXPECT_NEAR(PointOnWay(1.5708, .5).CosineTo(pairs[1]), kCosineOne, 2);
  EXPECT_EQ(PointOnWay(1.5708, .5).NearestAmong(pairs, std::vector<uint32_t>{0, 3}, 9),
            (std::vector<uint32_t>{3, 0}));
  const AllowedLines allowed({{10, 12}, {20, 23}});
  EXPECT_EQ(allowed.size(), 5u);
  EXPECT_EQ(allowed.LineAt(2), 20u);
  EXPECT_EQ(allowed.IndexOf(22), 4u);
  EXPECT_EQ(allowed.IndexOf(12), 5u);
}

}  // namespace
}  // namespace meander
