// Search among quantised rows equals brute force, breaks ties by item, and refuses other shapes.
#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"
#include "space/vector_table.h"

namespace meander {
namespace {

std::vector<float> UnitRows(uint32_t count, uint32_t dim, uint64_t seed) {
  Rng rng(seed);
  std::vector<float> rows(size_t{count} * dim);
  for (uint32_t i = 0; i < count; ++i) {
    float squares = 0;
    for (uint32_t j = 0; j < dim; ++j) {
      rows[i * dim + j] = rng.Unit() - 0.5f;
      squares += rows[i * dim + j] * rows[i * dim + j];
    }
    for (uint32_t j = 0; j < dim; ++j) rows[i * dim + j] /= std::sqrt(squares);
  }
  return rows;
}

TEST(Nearest, AgreesWithExactCosinesToQuantisation) {
  const std::vector<float> rows = UnitRows(200, 64, 3);
  const VectorTable table = QuantizeRows("test", 64, rows);
  const std::span<const float> query = std::span(rows).subspan(17 * 64, 64);
  const auto nearest = Nearest(table, query, 200);
  ASSERT_EQ(nearest.size(), 200u);
  EXPECT_EQ(nearest[0].item, 17u);
  for (const Neighbor& neighbor : nearest) {
    float exact = 0;
    for (int j = 0; j < 64; ++j) exact += query[j] * rows[neighbor.item * 64 + j];
    EXPECT_NEAR(neighbor.cosine, exact, 0.01);
  }
  for (size_t i = 1; i < nearest.size(); ++i) EXPECT_GE(nearest[i - 1].cosine, nearest[i].cosine);
}

TEST(Nearest, BreaksTiesByItemIndex) {
  std::vector<float> rows;
  for (int i = 0; i < 5; ++i) rows.insert(rows.end(), {0.6f, 0.8f});
  const VectorTable table = QuantizeRows("test", 2, rows);
  const auto nearest = Nearest(table, std::vector<float>{0.6f, 0.8f}, 3);
  ASSERT_EQ(nearest.size(), 3u);
  EXPECT_EQ(nearest[0].item, 0u);
  EXPECT_EQ(nearest[2].item, 2u);
  const auto others = NearestToRow(table, 1, 10);
  ASSERT_EQ(others.size(), 4u);
  EXPECT_EQ(others[0].item, 0u);
  EXPECT_EQ(others[1].item, 2u);
}

TEST(Nearest, GivesNothingForAnotherShape) {
  const VectorTable table = QuantizeRows("test", 2, std::vector<float>{1, 0});
  EXPECT_TRUE(Nearest(table, std::vector<float>{1, 0, 0}, 1).empty());
}

TEST(QuantizeRows, KeepsARowOfZeros) {
  const VectorTable table = QuantizeRows("test", 2, std::vector<float>{0, 0, 1, 0});
  EXPECT_EQ(table.scales[0], 0);
  EXPECT_EQ(CosineOfRows(table, 0, 1), 0);
  EXPECT_NEAR(CosineOfRows(table, 1, 1), 1, 1e-6);
}

}  // namespace
}  // namespace meander
