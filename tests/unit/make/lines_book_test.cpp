// The code book a pack of lines is stored by, and its tables of letters and sounds.
#include "make/lines_book.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"
#include "make/algebra.h"
#include "make/lines_grams.h"
#include "text/spelling.h"

namespace meander {
namespace {

// Unit rows around `clusters` directions, with a mean of their own.
std::vector<float> ClusteredRows(uint32_t count, uint32_t dim, uint32_t clusters) {
  Rng rng(7);
  std::vector<float> centers(size_t{clusters} * dim), rows;
  for (float& value : centers) value = rng.Unit() * 2 - 1;
  for (uint32_t i = 0; i < count; ++i) {
    std::vector<float> row(dim);
    double squares = 0;
    for (uint32_t d = 0; d < dim; ++d) {
      row[d] = 0.3f + centers[size_t{i % clusters} * dim + d] + 0.4f * (rng.Unit() - 0.5f);
      squares += double{row[d]} * row[d];
    }
    for (float& value : row) rows.push_back(static_cast<float>(value / std::sqrt(squares)));
  }
  return rows;
}

TEST(TrainCodeBook, CodesFindMostOfTheTrueNeighbours) {
  const std::vector<float> rows = ClusteredRows(600, 16, 12);
  const CodeBookOptions options{4, 600, 10, 1};
  const auto book = TrainCodeBook(rows, 16, options, 2, nullptr);
  ASSERT_TRUE(book);
  const std::vector<uint8_t> codes = CodesOfRows(*book, rows, 2);
  ASSERT_EQ(codes.size(), 600u * 4);
  // Ten of sixteen numbers at random would be found one time in sixty.
  EXPECT_GT(CodeRecall(*book, rows, codes, 10, 100, 2), 0.7);
}

TEST(TrainCodeBook, DoesNotDependOnThreadsAndRefusesWhatCannotBeDivided) {
  const std::vector<float> rows = ClusteredRows(300, 16, 5);
  const CodeBookOptions options{4, 256, 4, 9};
  const auto one = TrainCodeBook(rows, 16, options, 1, nullptr);
  const auto three = TrainCodeBook(rows, 16, options, 3, nullptr);
  ASSERT_TRUE(one && three);
  EXPECT_EQ(one->centroids, three->centroids);
  EXPECT_EQ(one->turn_codes, three->turn_codes);
  EXPECT_EQ(CodesOfRows(*one, rows, 1), CodesOfRows(*one, rows, 3));
  EXPECT_FALSE(TrainCodeBook(rows, 16, {5, 256, 4, 9}, 1, nullptr));
  const auto stopped = TrainCodeBook(rows, 16, options, 1, [](double) { return false; });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
}

TEST(LargestEigenPairs, AreThoseOfTheWholeMatrix) {
  // A · Aᵀ of a fixed pseudo-random A: its large eigenvalues by both ways.
  constexpr uint32_t kSize = 40;
  Rng rng(3);
  std::vector<double> root(kSize * kSize);
  for (double& value : root) value = rng.Unit() - 0.5;
  std::vector<double> matrix(kSize * kSize);
  for (uint32_t a = 0; a < kSize; ++a) {
    for (uint32_t b = 0; b < kSize; ++b) {
      for (uint32_t k = 0; k < kSize; ++k)
        matrix[a * kSize + b] += root[a * kSize + k] * root[b * kSize + k];
    }
  }
  const std::vector<float> single(matrix.begin(), matrix.end());
  const EigenPairs all = AllEigenPairs(matrix, kSize);
  const EigenPairs some = LargestEigenPairs(single, kSize, 5, 1, 60, nullptr);
  ASSERT_EQ(some.values.size(), 5u);
  ASSERT_EQ(all.values.size(), kSize);
  for (uint32_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(some.values[i], all.values[i], 1e-3);
    double dot = 0;
    for (uint32_t k = 0; k < kSize; ++k) {
      dot += double{some.vectors[i * kSize + k]} * all.vectors[i * kSize + k];
    }
    EXPECT_NEAR(dot, 1, 1e-3) << i;
  }
}

TEST(TrainGramTable, LinesOfLikeLettersComeOutAlike) {
  std::vector<std::vector<GramCount>> lines;
  for (const char* line : {"the cold gold", "the old gold", "a bold cold", "rivers run fast",
                           "rivers ran far", "river running", "sell the bell", "the bell fell"}) {
    // All share something, as all English lines do: the direction that tables leave out.
    lines.push_back(SpellingGrams(std::string("and when they came there ") + line));
  }
  const auto table = TrainGramTable(lines, 1, nullptr);
  ASSERT_TRUE(table);
  ASSERT_EQ(table->codes.size(), size_t{kGramBuckets} * kGramDim);
  EXPECT_EQ(*std::max_element(table->scales.begin(), table->scales.end()), 65535);
  const auto likeness = [&](const char* a, const char* b) {
    const GramCode one = CodeOfGrams(*table, SpellingGrams(a)),
                   other = CodeOfGrams(*table, SpellingGrams(b));
    int sum = 0;
    for (size_t i = 0; i < one.size(); ++i) sum += one[i] * other[i];
    return sum;
  };
  EXPECT_GT(likeness("the old gold", "a bold cold"), likeness("the old gold", "rivers run fast"));
  EXPECT_GT(likeness("river running", "rivers ran far"),
            likeness("river running", "the bell fell"));
}

TEST(ChoosePhones, TakesFirstPronunciationsOfWantedWords) {
  LineTable lines;
  lines.Add("It's cold, a cold night.");
  const std::string dictionary =
      "export const dictionary = {\n  \"'s\": \"EH1 S\",\n  \"a\": \"AH0\",\n  \"a(2)\": \"EY1\",\n"
      "  cold: \"K OW1 L D\",\n  \"it's\": \"IH1 T S\",\n  \"warm\": \"W AO1 R M\",\n"
      "  \"zebra\": \"Z XX\",\n  \"zoo\": \"Z UW1\",\n};\n";
  const std::vector<std::string> common{"warm", "zebra"};
  const auto book = ChoosePhones(dictionary, lines, common);
  ASSERT_TRUE(book);
  EXPECT_EQ(book->size(), 4u);  // a, cold, it's, warm
  EXPECT_EQ(NameOfPhone(static_cast<uint8_t>(book->Find("a")[0])), "AH0");
  EXPECT_EQ(book->Find("cold").size(), 4u);
  EXPECT_EQ(book->Find("zoo"), "");
  EXPECT_FALSE(ChoosePhones("nothing here", lines, common));
}

}  // namespace
}  // namespace meander
