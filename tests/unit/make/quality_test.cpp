// The measures against scikit-learn 1.9 and numpy on the same 40 points (trustworthiness with
// metric "cosine", float64), and against cases that can be counted by hand.
#include "make/quality.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"
#include "make/layout.h"

namespace meander {
namespace {

constexpr uint32_t kItems = 40, kDim = 5;

std::vector<float> ReferenceRows() {
  std::vector<float> rows;
  for (int i = 0; i < static_cast<int>(kItems); ++i) {
    double squares = 0;
    std::vector<double> row;
    for (int j = 0; j < static_cast<int>(kDim); ++j) {
      row.push_back(std::cos(i * 0.7 + j * 1.3 + i * j * 0.11));
      squares += row.back() * row.back();
    }
    for (const double value : row) rows.push_back(static_cast<float>(value / std::sqrt(squares)));
  }
  return rows;
}

Positions ReferencePlaces() {
  Positions positions;
  for (uint64_t i = 0; i < kItems; ++i) {
    positions.codes.push_back(static_cast<uint16_t>(i * 7919 % 65536));
    positions.codes.push_back(static_cast<uint16_t>(i * i * 104729 % 65536));
  }
  return positions;
}

TEST(Quality, AgreesWithScikitLearn) {
  const std::vector<float> rows = ReferenceRows();
  const NeighborLists truth = ExactNeighbors(rows, kDim, 10, 1);
  const std::vector<uint32_t> on_map = NearestOnMap(ReferencePlaces(), 30, 2);
  EXPECT_NEAR(Trustworthiness(rows, kDim, on_map, 30, 5, 2), 0.6634375, 0.0005);
  EXPECT_NEAR(KnnRecall(truth, on_map, 30, 5), 0.185, 0.0051);  // one of 200 may fall the other way
  EXPECT_NEAR(KnnRecall(truth, on_map, 30, 10), 0.35, 0.0026);
  const std::vector<uint8_t> trust = TrustOfItems(truth, on_map, 30);
  EXPECT_EQ(std::vector<uint8_t>(trust.begin(), trust.begin() + 5),
            (std::vector<uint8_t>{8, 8, 7, 9, 9}));
}

TEST(Quality, MeasuredAtOnceAsMeasuredApart) {
  constexpr uint32_t kItems = 80, kWide = 8;
  Rng rng(3);
  std::vector<float> rows;
  Positions positions;
  std::vector<int> topics;
  for (uint32_t item = 0; item < kItems; ++item) {
    float length = 0;
    for (uint32_t i = 0; i < kWide; ++i) {
      rows.push_back(rng.Unit() - 0.5f);
      length += rows.back() * rows.back();
    }
    for (uint32_t i = 0; i < kWide; ++i) rows[item * kWide + i] /= std::sqrt(length);
    positions.codes.push_back(static_cast<uint16_t>(rng.Below(65536)));
    positions.codes.push_back(static_cast<uint16_t>(rng.Below(65536)));
    topics.push_back(static_cast<int>(rng.Below(4)) - 1);
  }
  const VectorTable table = QuantizeRows("e", kWide, rows);
  const NeighborLists truth = ExactNeighbors(UnitRows(table), kWide, 50, 1);
  const std::vector<uint32_t> on_map = NearestOnMap(positions, 50, 1);
  const MapMeasures measures = MeasureMap(table, truth, positions, topics, 2);
  EXPECT_FLOAT_EQ(measures.knn_recall_10, static_cast<float>(KnnRecall(truth, on_map, 50, 10)));
  EXPECT_FLOAT_EQ(measures.knn_recall_50, static_cast<float>(KnnRecall(truth, on_map, 50, 50)));
  EXPECT_FLOAT_EQ(measures.trustworthiness,
                  static_cast<float>(Trustworthiness(UnitRows(table), kWide, on_map, 50, 10, 1)));
  EXPECT_FLOAT_EQ(measures.topic_accuracy_2d,
                  static_cast<float>(TopicAccuracy(topics, on_map, 50, 10)));
  EXPECT_GT(measures.topic_accuracy_full, 0);
}

TEST(Quality, APerfectMapIsFullyTrusted) {
  // Points on a quarter circle, mapped to a line in the same order and nearly the same spacing.
  std::vector<float> rows;
  Positions positions;
  for (int i = 0; i < 50; ++i) {
    const double angle = i * 0.02 + i * i * 0.0001;
    rows.push_back(static_cast<float>(std::cos(angle)));
    rows.push_back(static_cast<float>(std::sin(angle)));
    positions.codes.push_back(static_cast<uint16_t>(angle * 40000));
    positions.codes.push_back(0);
  }
  const std::vector<uint32_t> on_map = NearestOnMap(positions, 10, 1);
  EXPECT_DOUBLE_EQ(Trustworthiness(rows, 2, on_map, 10, 5, 1), 1);
  EXPECT_DOUBLE_EQ(KnnRecall(ExactNeighbors(rows, 2, 10, 1), on_map, 10, 5), 1);
}

TEST(Quality, NearestOnMapGoesByDistanceThenItem) {
  const Positions positions{{0, 0, 10, 0, 0, 10, 65535, 65535}};
  EXPECT_EQ(NearestOnMap(positions, 3, 1),
            (std::vector<uint32_t>{1, 2, 3, 0, 2, 3, 0, 1, 3, 1, 2, 0}));
  EXPECT_EQ(NearestOnMap(positions, 99, 2).size(), 12u);  // no more than there are
}

TEST(Quality, TopicAccuracyAsksOnlyThoseThatKnow) {
  // Item 3 has no topic: it is not asked and its vote is passed over.
  const std::vector<int> topics{1, 1, 2, -1};
  const std::vector<uint32_t> nearest{3, 1, 2, 3, 0, 2, 3, 0, 1, 0, 1, 2};
  EXPECT_DOUBLE_EQ(TopicAccuracy(topics, nearest, 3, 1), 2.0 / 3);
  EXPECT_DOUBLE_EQ(TopicAccuracy(std::vector<int>{-1, -1}, std::vector<uint32_t>{1, 0}, 1, 1), 0);
}

}  // namespace
}  // namespace meander
