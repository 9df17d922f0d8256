// The kernels: integer sums against plain arithmetic, the wide path against the narrow one, the
// polynomials against the C library, weights that arrive damaged or bit by bit.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/rng.h"
#include "net/dense.h"
#include "net/row_math.h"
#include "net/weights.h"

namespace meander {
namespace {

struct Case {
  std::vector<int8_t> codes;
  std::vector<float> scales, bias, input;
  DenseWeights weights;
  int rows;
};

Case MakeCase(int inputs, int outputs, int rows, uint64_t seed) {
  Rng rng(seed);
  Case made;
  made.rows = rows;
  for (int i = 0; i < inputs * outputs; ++i)
    made.codes.push_back(static_cast<int8_t>(rng.Below(255)) - 127);
  for (int i = 0; i < outputs; ++i) {
    made.scales.push_back(0.001f + rng.Unit() * 0.01f);
    made.bias.push_back(rng.Unit() - 0.5f);
  }
  for (int i = 0; i < PaddedRows(rows) * inputs; ++i) made.input.push_back(rng.Unit() * 2 - 1);
  made.weights = {made.codes.data(), made.scales.data(), made.bias.data(), inputs, outputs};
  return made;
}

// The weight from input i to output o in the panel layout of DenseLayout.
int WeightAt(const DenseWeights& weights, int i, int o) {
  return weights.codes[o / 8 * 8 * weights.inputs + i / 2 * 16 + o % 8 * 2 + i % 2];
}

TEST(Dense, IntegerSumsAreExact) {
  const Case made = MakeCase(64, 16, 5, 1);
  std::vector<int16_t> codes(PaddedRows(5) * 64);
  std::vector<float> scales(PaddedRows(5)), output(PaddedRows(5) * 16);
  QuantizeActivations(made.input.data(), 5, 64, {codes.data(), scales.data()});
  DenseInteger(made.weights, {codes.data(), scales.data()}, 5, output.data());
  for (int r = 0; r < 5; ++r) {
    for (int o = 0; o < 16; ++o) {
      int64_t sum = 0;
      for (int i = 0; i < 64; ++i)
        sum += int64_t{codes[CodeIndex(r, i, 64)]} * WeightAt(made.weights, i, o);
      const float expected = static_cast<float>(sum) * (scales[r] * made.scales[o]) + made.bias[o];
      EXPECT_EQ(output[r * 16 + o], expected);
    }
  }
}

TEST(Dense, WideAndNarrowGiveTheSameBits) {
  if (!HasWideDense()) {
    std::vector<float> nothing;
    EXPECT_TRUE(nothing.empty());  // this processor has only the narrow path
    return;
  }
  const Case made = MakeCase(384, 48, 7, 2);
  std::vector<int16_t> codes(PaddedRows(7) * 384);
  std::vector<float> scales(PaddedRows(7)), wide(PaddedRows(7) * 48), narrow(PaddedRows(7) * 48);
  const QuantizedRows rows{codes.data(), scales.data()};
  QuantizeActivations(made.input.data(), 7, 384, rows);
  DenseIntegerWide(made.weights, rows, 7, wide.data());
  DenseIntegerNarrow(made.weights, rows, 7, narrow.data());
  EXPECT_EQ(wide, narrow);
}

TEST(Dense, WidestAndNarrowGiveTheSameBits) {
  if (!HasWidestDense()) GTEST_SKIP() << "this processor has no AVX-512 VNNI";
  for (const int outputs : {48, 64}) {  // with and without panels left over
    const Case made = MakeCase(384, outputs, 7, 5);
    std::vector<int16_t> codes(PaddedRows(7) * 384);
    std::vector<float> scales(PaddedRows(7)), widest(PaddedRows(7) * outputs), narrow(widest);
    const QuantizedRows rows{codes.data(), scales.data()};
    QuantizeActivations(made.input.data(), 7, 384, rows);
    DenseIntegerWidest(made.weights, rows, 7, widest.data());
    DenseIntegerNarrow(made.weights, rows, 7, narrow.data());
    EXPECT_EQ(widest, narrow) << outputs;
  }
}

TEST(Dense, SevenProductsGiveTheSameBitsAsEight) {
  // 9 blocks: the odd one goes the plain way. The extreme codes reach the widest sums.
  for (const int width : {384, 1536}) {
    Case made = MakeCase(width, 48, 36, 4);
    for (size_t i = 0; i < made.input.size(); i += 3) made.input[i] = made.input[i] > 0 ? 1 : -1;
    for (size_t i = 0; i < made.codes.size(); i += 5)
      made.codes[i] = made.codes[i] > 0 ? 127 : -127;
    std::vector<int16_t> codes(2 * 36 * size_t(width));
    std::vector<float> scales(36), eight(36 * 48), seven(36 * 48);
    QuantizedRows rows{codes.data(), scales.data()};
    QuantizeActivations(made.input.data(), 36, width, rows);
    DenseIntegerNarrow(made.weights, rows, 36, eight.data());
    rows.spare = codes.data() + 36 * width;
    DenseIntegerNarrow(made.weights, rows, 36, seven.data());
    EXPECT_EQ(eight, seven) << width;
    std::vector<float> alone(36 * 48, -7.f);
    DenseIntegerSeven(made.weights, rows, 36, alone.data());
    for (int i = 0; i < 32 * 48; ++i) ASSERT_EQ(alone[i], eight[i]) << width << " " << i;
    EXPECT_EQ(alone[32 * 48], -7.f);  // the ninth block is left to others
  }
}

TEST(Dense, FloatPathIsCloseToTheIntegerOne) {
  const Case made = MakeCase(384, 32, 4, 3);
  std::vector<int16_t> codes(4 * 384);
  std::vector<float> scales(4), integer(4 * 32), floating(4 * 32);
  QuantizeActivations(made.input.data(), 4, 384, {codes.data(), scales.data()});
  DenseInteger(made.weights, {codes.data(), scales.data()}, 4, integer.data());
  DenseFloat(made.weights, made.input.data(), 4, floating.data());
  for (size_t i = 0; i < integer.size(); ++i) EXPECT_NEAR(integer[i], floating[i], 2e-3);
}

TEST(Quantize, HitsTheLimitAndKeepsZeroRows) {
  std::vector<float> input(16, 0.f);
  input[3] = -2;
  std::vector<int16_t> codes(kRowBlock * 8, 99);
  std::vector<float> scales(kRowBlock, 9.f);
  QuantizeActivations(input.data(), 2, 8, {codes.data(), scales.data()});
  EXPECT_EQ(codes[CodeIndex(0, 3, 8)], -kActivationLimit);
  EXPECT_EQ(scales[1], 0);
  for (int r = 0; r < kRowBlock; ++r) {
    for (int i = 0; i < 8; ++i) {
      if (r == 0 && i == 3) continue;
      EXPECT_EQ(codes[CodeIndex(r, i, 8)], 0) << r << " " << i;
    }
  }
  EXPECT_EQ(scales[3], 0);  // padding
}

TEST(RowMath, PolynomialsAreCloseToTheLibrarys) {
  for (float x = -80; x <= 0; x += 0.037f) {
    EXPECT_NEAR(ExpOfNegative(x) / std::exp(x), 1, 4e-7) << x;
  }
  for (float x = -5; x <= 5; x += 0.013f) EXPECT_NEAR(Erf(x), std::erf(x), 5e-7) << x;
}

TEST(RowMath, SoftmaxSumsToOneAndPadsWithZeros) {
  const float none = std::numeric_limits<float>::quiet_NaN();
  std::vector<float> values{1, 2, 3, 4, 1000, -1000, none, -none};
  Softmax(values.data(), 5);
  EXPECT_NEAR(values[4], 1, 1e-6);
  for (size_t i = 5; i < 8; ++i) EXPECT_EQ(values[i], 0) << i;
  std::vector<float> few{2, 2, none, none};
  Softmax(few.data(), 2);
  EXPECT_EQ(few, (std::vector<float>{0.5f, 0.5f, 0, 0}));
}

TEST(RowMath, LayerNormCentresAndScales) {
  std::vector<float> gain(kWidth, 2.f), bias(kWidth, 1.f), row(kWidth);
  for (int i = 0; i < kWidth; ++i) row[i] = static_cast<float>(i);
  LayerNorm({gain.data(), bias.data()}, row.data());
  double sum = 0, squares = 0;
  for (const float x : row) {
    sum += x;
    squares += (x - 1.0) * (x - 1.0);
  }
  EXPECT_NEAR(sum / kWidth, 1, 1e-5);
  EXPECT_NEAR(squares / kWidth, 4, 1e-3);
}

TEST(Weights, RefuseOtherLengthsAndNumbersThatAreNone) {
  std::vector<uint8_t> layers(kModelLayout.byte_count + 16);
  const size_t shift = (16 - reinterpret_cast<uintptr_t>(layers.data()) % 16) % 16;
  const std::span<uint8_t> aligned = std::span(layers).subspan(shift, kModelLayout.byte_count);
  EXPECT_TRUE(Weights::Open(aligned).has_value());
  EXPECT_FALSE(Weights::Open(aligned.first(aligned.size() - 1)).has_value());
  const float bad = std::numeric_limits<float>::quiet_NaN();
  std::memcpy(&aligned[kModelLayout.layers[3].up.scales], &bad, 4);
  EXPECT_FALSE(Weights::Open(aligned).has_value());
}

TEST(Weights, KnowWhichWordsHaveCome) {
  std::vector<uint8_t> layers(kModelLayout.byte_count + 16);
  const size_t shift = (16 - reinterpret_cast<uintptr_t>(layers.data()) % 16) % 16;
  auto weights = Weights::Open(std::span(layers).subspan(shift, kModelLayout.byte_count));
  ASSERT_TRUE(weights.has_value());
  EXPECT_FALSE(weights->HasWord(1996));
  const std::vector<uint8_t> rows(100 * kWordRowBytes);
  ASSERT_TRUE(weights->PutWordRows(0, rows).has_value());
  EXPECT_TRUE(weights->HasWord(101));
  EXPECT_TRUE(weights->HasWord(1996));  // "the" comes right after signs and letters
  EXPECT_FALSE(weights->HasWord(20000));
  EXPECT_FALSE(weights->PutWordRows(kVocabularySize - 1, rows).has_value());
  EXPECT_FALSE(weights->PutWordRows(0, ByteSpan(rows).first(7)).has_value());
}

TEST(ModelLayout, GivesEveryWordItsOwnRank) {
  std::vector<bool> taken(kVocabularySize);
  for (int id = 0; id < kVocabularySize; ++id) {
    const int rank = RankOfToken(id);
    ASSERT_TRUE(rank >= 0 && rank < kVocabularySize && !taken[rank]) << id;
    taken[rank] = true;
  }
}

}  // namespace
}  // namespace meander
