// True neighbours equal brute force; a layout is the same for any number of threads, keeps what is
// near together, lies in its frame and stops when asked.
#include "make/layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/rng.h"
#include "make/lines_map.h"

namespace meander {
namespace {

constexpr uint32_t kItems = 300, kDim = 24, kGroups = 6;

// Unit vectors around six directions; item i belongs to group i % 6.
std::vector<float> GroupedRows() {
  Rng rng(5);
  std::vector<float> centers(kGroups * kDim), rows(kItems * kDim);
  for (float& value : centers) value = rng.Unit() - 0.5f;
  for (uint32_t i = 0; i < kItems; ++i) {
    float squares = 0;
    for (uint32_t j = 0; j < kDim; ++j) {
      const float value = centers[i % kGroups * kDim + j] + 0.5f * (rng.Unit() - 0.5f);
      rows[i * kDim + j] = value;
      squares += value * value;
    }
    for (uint32_t j = 0; j < kDim; ++j) rows[i * kDim + j] /= std::sqrt(squares);
  }
  return rows;
}

Result<std::vector<Point2>> Map(uint64_t seed, int threads) {
  const std::vector<float> rows = GroupedRows();
  LayoutOptions options;
  options.seed = seed;
  options.iterations = 200;
  options.early_iterations = 60;
  return LayOut(rows, kDim, ExactNeighbors(rows, kDim, 90, threads), options, threads, nullptr);
}

TEST(ExactNeighbors, EqualsBruteForceForAnyNumberOfThreads) {
  const std::vector<float> rows = GroupedRows();
  const NeighborLists one = ExactNeighbors(rows, kDim, 12, 1);
  EXPECT_EQ(ExactNeighbors(rows, kDim, 12, 3).flat, one.flat);
  for (const uint32_t item : {0u, 127u, 128u, 299u}) {
    std::vector<Neighbor> all;
    for (uint32_t other = 0; other < kItems; ++other) {
      float cosine = 0;
      for (uint32_t j = 0; j < kDim; ++j) cosine += rows[item * kDim + j] * rows[other * kDim + j];
      if (other != item) all.push_back({other, cosine});
    }
    std::sort(all.begin(), all.end(),
              [](const Neighbor& a, const Neighbor& b) { return a.cosine > b.cosine; });
    for (uint32_t i = 0; i < 12; ++i) {
      EXPECT_NEAR(one.Of(item)[i].cosine, all[i].cosine, 1e-5f);
      EXPECT_NE(one.Of(item)[i].item, item);
    }
  }
}

TEST(ExactNeighbors, AsksForNoMoreThanThereAre) {
  const std::vector<float> rows{1, 0, 0, 1, 0.6f, 0.8f};
  const NeighborLists lists = ExactNeighbors(rows, 2, 50, 2);
  EXPECT_EQ(lists.per_item, 2u);
  EXPECT_EQ(lists.Of(0)[0].item, 2u);
}

TEST(LayOut, IsTheSameToTheBitForAnyNumberOfThreads) {
  const auto one = Map(1, 1), two = Map(1, 2), three = Map(1, 3);
  ASSERT_TRUE(one && two && three);
  EXPECT_EQ(*one, *two);
  EXPECT_EQ(*one, *three);
}

// How far apart the members of a group lie, as a share of how far apart everything lies.
float Tightness(const std::vector<Point2>& places) {
  double within = 0, all = 0, pairs = 0, every = 0;
  for (uint32_t a = 0; a < kItems; ++a) {
    for (uint32_t b = a + 1; b < kItems; ++b) {
      const double distance = Distance(places[a], places[b]);
      all += distance;
      ++every;
      if (a % kGroups != b % kGroups) continue;
      within += distance;
      ++pairs;
    }
  }
  return static_cast<float>(within / pairs / (all / every));
}

TEST(LayOut, LateExaggerationDrawsTogetherWhatBelongsTogether) {
  const std::vector<float> rows = GroupedRows();
  const NeighborLists neighbors = ExactNeighbors(rows, kDim, 90, 2);
  LayoutOptions options;
  options.iterations = options.early_iterations = 60;
  options.late_iterations = 140;
  const auto islands = LayOut(rows, kDim, neighbors, options, 2, nullptr);
  options.late_exaggeration = 1;
  const auto plain = LayOut(rows, kDim, neighbors, options, 2, nullptr);
  ASSERT_TRUE(islands && plain);
  EXPECT_LT(Tightness(*islands), 0.9f * Tightness(*plain));
  // Progress runs once from nothing to all.
  double last = 0;
  ASSERT_TRUE(LayOut(rows, kDim, neighbors, options, 2, [&](double share) {
    EXPECT_GT(share, last);
    last = share;
    return true;
  }));
  EXPECT_EQ(last, 1);
}

TEST(LayOut, TheSeedMatters) {
  const auto a = Map(2, 2), again = Map(2, 2), b = Map(3, 2);
  ASSERT_TRUE(a && again && b);
  EXPECT_EQ(*a, *again);
  EXPECT_NE(*a, *b);
}

TEST(LayOut, KeepsGroupsTogetherInsideTheFrame) {
  const auto places = Map(1, 2);
  ASSERT_TRUE(places);
  uint32_t alike = 0;
  float left = 1, right = -1, low = 1, high = -1;
  for (uint32_t i = 0; i < kItems; ++i) {
    const Point2 place = (*places)[i];
    EXPECT_LE(std::max(std::fabs(place.x), std::fabs(place.y)), 0.9601f);
    left = std::min(left, place.x), right = std::max(right, place.x);
    low = std::min(low, place.y), high = std::max(high, place.y);
    uint32_t nearest = i == 0 ? 1 : 0;
    for (uint32_t other = 0; other < kItems; ++other) {
      if (other != i && Distance(place, (*places)[other]) < Distance(place, (*places)[nearest]))
        nearest = other;
    }
    alike += nearest % kGroups == i % kGroups;
  }
  EXPECT_GE(alike, kItems * 9 / 10);
  EXPECT_NEAR(std::max(right - left, high - low), 1.92f, 0.001f);
}

TEST(LayOut, StopsWhenAsked) {
  const std::vector<float> rows = GroupedRows();
  int asked = 0;
  const auto places = LayOut(rows, kDim, ExactNeighbors(rows, kDim, 90, 1), {}, 1,
                             [&](double) { return ++asked < 3; });
  ASSERT_FALSE(places);
  EXPECT_EQ(places.error().code, ErrorCode::kCancelled);
  EXPECT_EQ(asked, 3);
}

TEST(PlaceLines, LaysOutSomeAndSetsTheOthersAmongTheirNearest) {
  const std::vector<float> rows = GroupedRows();
  LayoutOptions options;
  options.iterations = 200;
  options.early_iterations = 60;
  // Four of five are laid out: the same places as if they were alone.
  std::vector<float> half;
  for (uint32_t i = 0; i < kItems; ++i) {
    if (i % 5 == 4) continue;
    half.insert(half.end(), rows.begin() + i * kDim, rows.begin() + (i + 1) * kDim);
  }
  const auto alone = LayOut(half, kDim, ExactNeighbors(half, kDim, 90, 2), options, 2, nullptr);
  const auto one = PlaceLines(rows, kDim, kItems * 4 / 5, options, 1, nullptr);
  const auto three = PlaceLines(rows, kDim, kItems * 4 / 5, options, 3, nullptr);
  ASSERT_TRUE(alone && one && three);
  EXPECT_EQ(*one, *three);
  ASSERT_EQ(one->size(), kItems);
  uint32_t alike = 0;
  for (uint32_t i = 0; i < kItems; ++i) {
    if (i % 5 != 4) {
      EXPECT_EQ((*one)[i], (*alone)[i / 5 * 4 + i % 5]);
      continue;
    }
    // Where its group is, and on nobody.
    uint32_t nearest = 0;
    for (uint32_t other = 0; other < kItems; ++other) {
      if (other % 5 == 4) continue;
      const float distance = Distance((*one)[i], (*one)[other]);
      EXPECT_GT(distance, 0);
      if (distance < Distance((*one)[i], (*one)[nearest])) nearest = other;
    }
    alike += nearest % kGroups == i % kGroups;
  }
  EXPECT_GE(alike, kItems / 5 * 9 / 10);
  // With room for all there is nothing to set among others.
  const auto all = PlaceLines(rows, kDim, kItems, options, 2, nullptr);
  ASSERT_TRUE(all);
  EXPECT_EQ(*all, *Map(1, 2));
}

TEST(PlaceLines, StopsWhenAsked) {
  const auto stopped =
      PlaceLines(GroupedRows(), kDim, 150, LayoutOptions(), 2, [](double) { return false; });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
}

}  // namespace
}  // namespace meander
