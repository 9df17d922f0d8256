// Attributions with the real weights: what must add up adds up, what has another definition agrees
// with it, and the ghost says something else.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "../../reference/reference_model.h"
#include "net/attribution/pair_matrix.h"
#include "net/attribution/quadrature.h"
#include "net/derivative/recording.h"
#include "net/ghost.h"

namespace meander {
namespace {

const char* const kA = "The dog ran across fields.";
const char* const kB = "A puppy was running.";

Insight TheInsight() {
  static Encoder* const encoder = new Encoder(Model().weights);
  return {Model().weights, *encoder};
}

UnitText Units(const char* text, bool by_piece = false) {
  return *UnitsOf(Model().pieces, text, by_piece, "The text");
}

PairMatrix Matrix(const char* a, const char* b, const VectorOptions& options) {
  PairJob job = *PairJob::Make(TheInsight(), Units(a), Units(b), options);
  for (bool more = true; more;) more = *job.Step();
  EXPECT_EQ(job.pieces_done(), job.pieces_in_all());
  EXPECT_GE(job.rounds(), 1);
  return job.matrix();
}

VectorOptions Options(PairMethod method, int depth) {
  VectorOptions options;
  options.method = method;
  options.depth = depth;
  return options;
}

TEST(Units, AreWordsSignsAndMarks) {
  const UnitText text = Units("Grandmother's unbelievability!");
  std::vector<std::string> names;
  for (const TextUnit& unit : text.units) names.push_back(unit.text);
  EXPECT_EQ(names, (std::vector<std::string>{"[CLS]", "Grandmother", "'", "s", "unbelievability",
                                             "!", "[SEP]"}));
  EXPECT_GT(text.units[4].piece_count(), 1u);
  EXPECT_EQ(Units("Grandmother's unbelievability!", true).units.size(), text.ids.size());
  std::vector<bool> keep(text.units.size(), true);
  keep[4] = false;
  EXPECT_EQ(IdsKeeping(text, keep, Hide::kLeaveOut).size(),
            text.ids.size() - text.units[4].piece_count());
  const std::vector<int32_t> masked = IdsKeeping(text, keep, Hide::kMask);
  EXPECT_EQ(masked.size(), text.ids.size());
  EXPECT_EQ(masked[text.units[4].first_piece], 103);
}

TEST(Units, RefuseWhatCannotBeRead) {
  std::string long_text;
  for (int i = 0; i < 200; ++i) long_text += "word ";
  EXPECT_FALSE(UnitsOf(Model().pieces, "", false, "The text").has_value());
  EXPECT_FALSE(UnitsOf(Model().pieces, " \n", false, "The text").has_value());
  EXPECT_FALSE(UnitsOf(Model().pieces, long_text, false, "The text").has_value());
}

TEST(Quadrature, IsExactForPolynomials) {
  for (const int count : {1, 2, 4, 8, 32}) {
    for (int power = 0; power < 2 * count; ++power) {
      double sum = 0;
      for (const QuadraturePoint& point : GaussLegendre(count)) {
        sum += point.weight * std::pow(point.at, power);
      }
      EXPECT_NEAR(sum, 1.0 / (power + 1), 1e-13) << count << " " << power;
    }
  }
}

TEST(Pairs, ExactAddsUpAtEveryLayer) {
  for (int depth = 0; depth <= kLayerCount; ++depth) {
    const PairMatrix matrix = Matrix(kA, kB, Options(PairMethod::kExact, depth));
    EXPECT_NEAR(matrix.sum, matrix.cosine, 1e-6) << depth;
    EXPECT_EQ(matrix.rows, 8u);
  }
  EXPECT_NEAR(Matrix(kA, kA, Options(PairMethod::kExact, 6)).cosine, 1, 1e-6);
}

TEST(Pairs, OcclusionIsTheSecondDifference) {
  const PairMatrix matrix = Matrix(kA, kB, Options(PairMethod::kOcclusion, -1));
  const auto read = [](const char* text) {
    return *ReadUnit(TheInsight().encoder, Model().pieces.Tokenize(text).ids);
  };
  // Without "dog" and without "puppy", read as texts of their own.
  const std::vector<double> a = read(kA), b = read(kB), x = read("The ran across fields."),
                            y = read("A was running.");
  const double expected = DotOf(a, b) - DotOf(x, b) - DotOf(a, y) + DotOf(x, y);
  EXPECT_NEAR(matrix.values[2 * matrix.columns + 2], expected, 1e-9);
}

TEST(Pairs, OcclusionOfTheLastLayersRowsNeedsNoReading) {
  const PairMatrix matrix = Matrix(kA, kB, Options(PairMethod::kOcclusion, kLayerCount));
  Recording a(Model().weights), b(Model().weights);
  ASSERT_TRUE(a.Read(Units(kA).ids).has_value() && b.Read(Units(kB).ids).has_value());
  const auto without = [](const Recording& of, size_t row) {
    std::vector<float> rest(of.hidden(kLayerCount).begin(), of.hidden(kLayerCount).end());
    rest.erase(rest.begin() + static_cast<ptrdiff_t>(row * kWidth),
               rest.begin() + static_cast<ptrdiff_t>((row + 1) * kWidth));
    return PoolForward(rest).unit;
  };
  const std::vector<double>&ea = a.pooled().unit, &eb = b.pooled().unit;
  const std::vector<double> x = without(a, 2), y = without(b, 2);
  const double expected = DotOf(ea, eb) - DotOf(x, eb) - DotOf(ea, y) + DotOf(x, y);
  EXPECT_NEAR(matrix.values[2 * matrix.columns + 2], expected, 1e-9);
}

// Shapley's value by its definition: the mean marginal over all orders.
std::vector<double> ByAllOrders(const UnitText& text, size_t word) {
  std::vector<size_t> order(text.word_count());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i + 1;
  std::vector<double> sum(kWidth);
  double orders = 0;
  do {
    std::vector<bool> keep(text.units.size(), false);
    const auto value = [&]() {
      for (const bool is_kept : keep) {
        if (is_kept) {
          return *ReadUnit(TheInsight().encoder, IdsKeeping(text, keep, Hide::kLeaveOut));
        }
      }
      return std::vector<double>(kWidth);
    };
    for (const size_t next : order) {
      if (next == word) break;
      keep[next] = true;
    }
    const std::vector<double> before = value();
    keep[word] = true;
    const std::vector<double> after = value();
    for (size_t i = 0; i < kWidth; ++i) sum[i] += after[i] - before[i];
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& x : sum) x /= orders;
  return sum;
}

TEST(Pairs, ShapleyIsTheMeanOverAllOrdersAndAddsUp) {
  const UnitText text = Units("Dogs chase old cats");
  auto vectors = *MakeWordVectors(TheInsight(), text, Options(PairMethod::kShapley, 6));
  for (bool more = true; more;) more = *vectors->Step();
  std::vector<double> sum(kWidth);
  for (size_t unit = 0; unit < text.units.size(); ++unit) {
    const std::vector<double>& found = vectors->vectors()[unit];
    for (size_t i = 0; i < kWidth; ++i) sum[i] += found[i];
    if (text.units[unit].is_mark) {
      EXPECT_EQ(DotOf(found, found), 0);
      continue;
    }
    const std::vector<double> expected = ByAllOrders(text, unit);
    for (size_t i = 0; i < kWidth; ++i) ASSERT_NEAR(found[i], expected[i], 1e-5);
  }
  for (size_t i = 0; i < kWidth; ++i) EXPECT_NEAR(sum[i], vectors->whole()[i], 1e-5);
}

TEST(Pairs, SampledShapleyAddsUpAndOneSeedGivesOneAnswer) {
  const char* const text = "The old dog ran across the wet green fields of home at night";
  VectorOptions options = Options(PairMethod::kShapley, 6);
  options.orders = 3;
  const PairMatrix first = Matrix(text, "Dogs run", options),
                   again = Matrix(text, "Dogs run", options);
  EXPECT_NEAR(first.sum, first.cosine, 1e-5);
  EXPECT_EQ(first.values, again.values);
  EXPECT_EQ(first.steps_a, 3);
  EXPECT_EQ(first.steps_b, 0);
  options.seed = 2;
  EXPECT_NE(first.values, Matrix(text, "Dogs run", options).values);
}

TEST(Pairs, IntegratedFormsCloseTheirGap) {
  for (const int depth : {0, 3, 6}) {
    VectorOptions options = Options(PairMethod::kIntegrated, depth);
    options.steps = 32;
    options.refine = false;
    const PairMatrix matrix = Matrix("Dogs chase cats", "A puppy runs", options);
    EXPECT_LT(std::fabs(matrix.gap), 0.01 * matrix.cosine) << depth;
  }
  // At the last layer it is the exact form.
  VectorOptions options = Options(PairMethod::kIntegrated, kLayerCount);
  options.steps = 1;
  const PairMatrix last = Matrix(kA, kB, options);
  const PairMatrix exact = Matrix(kA, kB, Options(PairMethod::kExact, kLayerCount));
  for (size_t i = 0; i < last.values.size(); ++i)
    EXPECT_NEAR(last.values[i], exact.values[i], 1e-6);
}

TEST(Pairs, RefiningTellsEveryRound) {
  VectorOptions options = Options(PairMethod::kIntegrated, 5);
  options.steps = 4;
  PairJob job = *PairJob::Make(TheInsight(), Units(kA), Units(kB), options);
  std::vector<int> steps;
  int rounds = 0;
  for (bool more = true; more;) {
    more = *job.Step();
    if (job.rounds() > rounds && job.matrix().steps_a == job.matrix().steps_b) {
      steps.push_back(job.matrix().steps_a);
    }
    rounds = job.rounds();
  }
  EXPECT_EQ(steps, (std::vector<int>{1, 2, 4}));
}

TEST(Ghost, HasTheSameNumbersInAnotherOrderAndSaysSomethingElse) {
  const Ghost ghost = *MakeGhost(Model().weights, 1);
  const auto codes = [](const Weights& weights) {
    const DenseWeights& up = weights.layer(3).up;
    std::vector<int8_t> all(up.codes, up.codes + size_t(up.inputs) * size_t(up.outputs));
    return all;
  };
  std::vector<int8_t> ours = codes(Model().weights), theirs = codes(ghost.weights);
  EXPECT_NE(ours, theirs);
  std::ranges::sort(ours);
  std::ranges::sort(theirs);
  EXPECT_EQ(ours, theirs);
  EXPECT_EQ(codes(ghost.weights), codes(MakeGhost(Model().weights, 1)->weights));
  EXPECT_NE(codes(ghost.weights), codes(MakeGhost(Model().weights, 2)->weights));
  Encoder reader(ghost.weights);
  const std::vector<double> ghostly = *ReadUnit(reader, Units(kA).ids);
  const std::vector<double> real = *ReadUnit(TheInsight().encoder, Units(kA).ids);
  EXPECT_LT(DotOf(ghostly, real), 0.5);
}

}  // namespace
}  // namespace meander
