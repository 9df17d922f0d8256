// Walks against every walk there is, on small random maps; and what cannot be walked.
#include "space/walk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "base/rng.h"

namespace meander {
namespace {

RoadMap RandomMap(Rng& rng, uint32_t items, uint32_t roads_each) {
  RoadMap map;
  for (uint32_t item = 0; item < items; ++item) {
    std::vector<Road> roads;
    for (uint32_t i = 0; i < roads_each; ++i) {
      roads.push_back(
          {static_cast<uint32_t>(rng.Below(items)), static_cast<uint8_t>(rng.Below(256))});
    }
    map.AddItem(roads);
  }
  return BothWays(map);
}

struct Best {
  int weakest = -1;
  uint64_t cost = 0;
};

// Of all walks without repeats, of at most `steps`: the closest weakest step, then the least cost.
Best TryEverything(const RoadMap& map, uint32_t from, uint32_t to, int steps) {
  Best best;
  std::vector<bool> used(map.item_count());
  std::function<void(uint32_t, int, int, uint64_t)> go = [&](uint32_t at, int left, int weakest,
                                                             uint64_t cost) {
    if (at == to) {
      if (weakest > best.weakest || (weakest == best.weakest && cost < best.cost))
        best = {weakest, cost};
      return;
    }
    if (left == 0) return;
    used[at] = true;
    for (const Road& road : map.From(at)) {
      const uint64_t apart = 255u - road.closeness;
      if (!used[road.to])
        go(road.to, left - 1, std::min<int>(weakest, road.closeness),
           cost + apart * apart * apart * apart);
    }
    used[at] = false;
  };
  go(from, steps, 255, 0);
  return best;
}

uint64_t CostOf(const Walk& walk) {
  uint64_t cost = 0;
  for (const uint8_t closeness : walk.closenesses) {
    const uint64_t apart = 255u - closeness;
    cost += apart * apart * apart * apart;
  }
  return cost;
}

TEST(Walk, IsTheBestOfAllWalksAtEveryTurnOfTheDial) {
  Rng rng(11);
  int walked = 0;
  for (int round = 0; round < 60; ++round) {
    const RoadMap map = RandomMap(rng, 9, 2);
    WalkQuestion question{.from = 0, .to = 8, .via = {}, .avoid = {}, .scenic = 0};
    const Result<Walk> direct = FindWalk(map, question);
    if (!direct) {
      EXPECT_EQ(direct.error().code, ErrorCode::kNotFound);
      EXPECT_EQ(TryEverything(map, 0, 8, 8).weakest, -1);
      continue;
    }
    ++walked;
    EXPECT_EQ(static_cast<int>(direct->closenesses.size()), direct->fewest_steps);
    EXPECT_EQ(TryEverything(map, 0, 8, direct->fewest_steps - 1).weakest, -1);
    const int range = direct->most_steps - direct->fewest_steps;
    for (int extra = 0; extra <= range; ++extra) {
      question.scenic = range == 0 ? 1.f : static_cast<float>(extra) / static_cast<float>(range);
      const Result<Walk> walk = FindWalk(map, question);
      ASSERT_TRUE(walk.has_value());
      const int steps = direct->fewest_steps + extra;
      const Best best = TryEverything(map, 0, 8, steps);
      EXPECT_LE(static_cast<int>(walk->closenesses.size()), steps);
      EXPECT_EQ(*std::ranges::min_element(walk->closenesses), best.weakest);
      EXPECT_EQ(CostOf(*walk), best.cost);
      EXPECT_EQ(walk->closenesses[static_cast<size_t>(walk->weakest)], best.weakest);
      EXPECT_EQ(walk->items.front(), 0u);
      EXPECT_EQ(walk->items.back(), 8u);
    }
    const Best scenic = TryEverything(map, 0, 8, direct->most_steps),
               any = TryEverything(map, 0, 8, 8);
    EXPECT_EQ(any.weakest, scenic.weakest) << "the scenic end cannot be bettered";
    EXPECT_EQ(any.cost, scenic.cost);
  }
  EXPECT_GT(walked, 40);
}

TEST(Walk, GoesThroughWhatIsNamedAndAroundWhatIsAvoided) {
  Rng rng(5);
  int with_via = 0;
  for (int round = 0; round < 60; ++round) {
    const RoadMap map = RandomMap(rng, 40, 3);
    const WalkQuestion question{
        .from = 1, .to = 2, .via = {7, 3}, .avoid = {4, 5, 6}, .scenic = 0.5f};
    const Result<Walk> walk = FindWalk(map, question);
    if (!walk) continue;
    ++with_via;
    const auto first = std::ranges::find(walk->items, 7u),
               second = std::ranges::find(walk->items, 3u);
    ASSERT_TRUE(first != walk->items.end() && second != walk->items.end());
    EXPECT_LT(first - walk->items.begin(), second - walk->items.begin());
    for (const uint32_t avoided : question.avoid)
      EXPECT_EQ(std::ranges::count(walk->items, avoided), 0);
    for (size_t i = 0; i + 1 < walk->items.size(); ++i) {
      const auto roads = map.From(walk->items[i]);
      const Road step{walk->items[i + 1], walk->closenesses[i]};
      EXPECT_NE(std::ranges::find(roads, step), roads.end()) << "every step is a road";
    }
    EXPECT_EQ(*FindWalk(map, question), *walk) << "the same question, the same walk";
  }
  EXPECT_GT(with_via, 40);
}

TEST(Walk, SaysWhatCannotBeWalked) {
  RoadMap map;  // 0 → 1 → 2, and 3 by itself
  map.AddItem(std::vector<Road>{{1, 200}});
  map.AddItem(std::vector<Road>{{2, 100}});
  map.AddItem({});
  map.AddItem({});
  const auto error = [&](WalkQuestion question) { return FindWalk(map, question).error().code; };
  EXPECT_EQ(error({.from = 0, .to = 0, .via = {}, .avoid = {}}), ErrorCode::kInvalidInput);
  EXPECT_EQ(error({.from = 0, .to = 9, .via = {}, .avoid = {}}), ErrorCode::kInvalidInput);
  EXPECT_EQ(error({.from = 0, .to = 2, .via = {}, .avoid = {2}}), ErrorCode::kInvalidInput);
  EXPECT_EQ(error({.from = 0, .to = 2, .via = {0}, .avoid = {}}), ErrorCode::kInvalidInput);
  EXPECT_EQ(error({.from = 0, .to = 2, .via = std::vector<uint32_t>(17, 1), .avoid = {}}),
            ErrorCode::kInvalidInput);
  EXPECT_EQ(error({.from = 0, .to = 3, .via = {}, .avoid = {}}), ErrorCode::kNotFound);
  EXPECT_EQ(error({.from = 2, .to = 0, .via = {}, .avoid = {}}), ErrorCode::kNotFound)
      << "roads go one way";
  EXPECT_EQ(error({.from = 0, .to = 2, .via = {}, .avoid = {1}}), ErrorCode::kNotFound);
  const Result<Walk> walk =
      FindWalk(map, {.from = 0, .to = 2, .via = {}, .avoid = {}, .scenic = 0.f / 0.f});
  ASSERT_TRUE(walk.has_value()) << "a dial that is no number is direct";
  EXPECT_EQ(walk->items, (std::vector<uint32_t>{0, 1, 2}));
  EXPECT_EQ(walk->weakest, 1);
}

TEST(Roads, BothWaysKeepTheCloserAndLoseLoops) {
  RoadMap map;
  map.AddItem(std::vector<Road>{{0, 9}, {1, 50}});
  map.AddItem(std::vector<Road>{{0, 60}});
  const RoadMap both = BothWays(map);
  ASSERT_EQ(both.From(0).size(), 1u);
  EXPECT_EQ(both.From(0)[0], (Road{1, 60}));
  EXPECT_EQ(both.From(1)[0], (Road{0, 60}));
  EXPECT_EQ(ClosenessOf(-0.3f), 0);
  EXPECT_EQ(ClosenessOf(0.5f), 128);
}

}  // namespace
}  // namespace meander
