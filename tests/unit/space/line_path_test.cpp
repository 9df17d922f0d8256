// The cheapest way through slots: against trying all ways, and what may never be on one.
#include "space/line_path.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <set>

#include "base/rng.h"
#include "space/angles.h"

namespace meander {
namespace {

bool NoTwins(uint32_t, uint32_t) { return false; }

PathProblem RandomProblem(uint64_t seed, size_t slots, size_t width, uint32_t lines) {
  Rng rng(seed);
  PathProblem problem;
  problem.slots.resize(slots);
  size_t before = 1;
  for (auto& slot : problem.slots) {
    for (size_t i = 0; i < width; ++i)
      slot.push_back({rng.Below(lines), rng.Below(1000), 0, false, false});
    std::vector<uint32_t> steps(before * width);
    for (uint32_t& step : steps) step = rng.Below(8) == 0 ? kBarredStep : rng.Below(1000);
    problem.steps.push_back(std::move(steps));
    before = width;
  }
  problem.steps.emplace_back(width);
  for (uint32_t& step : problem.steps.back()) step = rng.Below(1000);
  problem.are_twins = NoTwins;
  return problem;
}

uint64_t CostOf(const PathProblem& problem, const std::vector<uint32_t>& chosen) {
  uint64_t cost = 0;
  size_t from = 0;
  uint32_t vias = 0;
  for (size_t slot = 0; slot < chosen.size(); ++slot) {
    const auto& candidate = problem.slots[slot][chosen[slot]];
    const uint32_t step = problem.steps[slot][from * problem.slots[slot].size() + chosen[slot]];
    if (step == kBarredStep || candidate.is_barred) return std::numeric_limits<uint64_t>::max();
    cost += step + candidate.cost;
    vias |= candidate.via_bits;
    from = chosen[slot];
  }
  if (vias != problem.all_vias) return std::numeric_limits<uint64_t>::max();
  return cost + problem.steps.back()[from];
}

// The least cost of all ways, by trying them.
uint64_t LeastCost(const PathProblem& problem) {
  std::vector<uint32_t> chosen(problem.slots.size(), 0);
  uint64_t least = std::numeric_limits<uint64_t>::max();
  for (;;) {
    least = std::min(least, CostOf(problem, chosen));
    size_t slot = 0;
    while (slot < chosen.size() && ++chosen[slot] == problem.slots[slot].size()) chosen[slot++] = 0;
    if (slot == chosen.size()) return least;
  }
}

TEST(LinePath, IsTheCheapestOfAll) {
  for (uint64_t seed = 1; seed <= 40; ++seed) {
    PathProblem problem = RandomProblem(seed, 4, 5, 1000000);
    const uint64_t least = LeastCost(problem);
    const auto chosen = CheapestPath(problem);
    ASSERT_TRUE(chosen);
    EXPECT_EQ(CostOf(problem, *chosen), least) << seed;
  }
}

TEST(LinePath, CollectsEveryViaAtLeastCost) {
  for (uint64_t seed = 1; seed <= 40; ++seed) {
    PathProblem problem = RandomProblem(seed, 4, 5, 1000000);
    Rng rng(seed + 100);
    problem.all_vias = 7;
    for (auto& slot : problem.slots) {
      for (auto& candidate : slot) candidate.via_bits = rng.Below(3) == 0 ? 1u << rng.Below(3) : 0;
    }
    const uint64_t least = LeastCost(problem);
    const auto chosen = CheapestPath(problem);
    ASSERT_EQ(chosen.has_value(), least != std::numeric_limits<uint64_t>::max()) << seed;
    if (chosen) {
      EXPECT_EQ(CostOf(problem, *chosen), least) << seed;
    }
  }
}

TEST(LinePath, NoLineTwiceAndNoTwins) {
  for (uint64_t seed = 1; seed <= 30; ++seed) {
    PathProblem problem = RandomProblem(seed, 7, 30, 40);
    // Lines of one ten say nearly the same.
    problem.are_twins = [](uint32_t a, uint32_t b) { return a / 4 == b / 4; };
    const auto chosen = CheapestPath(problem);
    if (!chosen) continue;
    std::set<uint32_t> groups;
    for (size_t slot = 0; slot < 7; ++slot)
      groups.insert(problem.slots[slot][(*chosen)[slot]].line / 4);
    EXPECT_EQ(groups.size(), 7u) << seed;
  }
}

TEST(LinePath, PinnedLinesStayWhateverElseMustGo) {
  PathProblem problem = RandomProblem(3, 3, 4, 1000);
  problem.slots[1] = {{77, 0, 0, true, false}};
  problem.slots[0][2] = {77, 0, 0, false, false};  // the cheapest by far, but pinned elsewhere
  problem.steps[0] = {500, 500, 0, 500};
  problem.steps[1] = {1, 1, 1, 1};
  problem.steps[2] = {1, 2, 3, 4};
  problem.steps[3] = {0, 0, 0, 0};
  const auto chosen = CheapestPath(problem);
  ASSERT_TRUE(chosen);
  EXPECT_EQ((*chosen)[1], 0u);
  EXPECT_NE((*chosen)[0], 2u);
}

TEST(LinePath, TiesGoToTheEarlierCandidate) {
  PathProblem problem;
  problem.slots = {{{5, 1, 0, false, false}, {6, 1, 0, false, false}},
                   {{7, 1, 0, false, false}, {8, 1, 0, false, false}}};
  problem.steps = {{1, 1}, {1, 1, 1, 1}, {1, 1}};
  problem.are_twins = NoTwins;
  EXPECT_EQ(CheapestPath(problem), (std::vector<uint32_t>{0, 0}));
}

TEST(LinePath, OthersAreTheNextBestThatSayNothingTwice) {
  PathProblem problem;
  problem.slots = {{{10, 5, 0, false, false},
                    {11, 6, 0, false, false},
                    {20, 7, 0, false, false},
                    {30, 8, 0, false, false},
                    {31, 9, 0, false, false},
                    {40, 1, 0, false, false}},
                   {{50, 0, 0, false, false}}};
  problem.steps = {{0, 0, 0, 0, 0, kBarredStep}, {0, 0, 0, 0, 0, 0}, {0}};
  problem.are_twins = [](uint32_t a, uint32_t b) { return a / 10 == b / 10; };
  EXPECT_EQ(OthersAt(problem, std::vector<uint32_t>{0, 0}, 0, 3), (std::vector<uint32_t>{20, 30}))
      << "11 is the chosen line's twin, 31 that of 30, and no step leads to 40";
  EXPECT_TRUE(OthersAt(problem, std::vector<uint32_t>{0, 0}, 1, 3).empty());
}

TEST(LinePath, ThereMayBeNoWay) {
  PathProblem problem;
  problem.slots = {{{5, 1, 0, false, false}}, {{5, 1, 0, false, false}}};
  problem.steps = {{1}, {1}, {1}};
  problem.are_twins = NoTwins;
  EXPECT_FALSE(CheapestPath(problem)) << "one line in two slots";
}

TEST(Angles, AreRightToAUnitOverTheWholeCircle) {
  for (int32_t cosine = -kCosineOne; cosine <= kCosineOne; cosine += 7) {
    const double truth = std::acos(static_cast<double>(cosine) / kCosineOne) * kAngleOne;
    EXPECT_NEAR(ArcCosine(cosine), truth, .51) << cosine;
  }
  EXPECT_EQ(ArcCosine(kCosineOne + 5), 0);
  EXPECT_EQ(ArcCosine(-kCosineOne - 5), kHalfTurn);
  for (double radians = 0; radians < 3.1415; radians += .01) {
    EXPECT_NEAR(SineOf(radians), std::sin(radians), 1e-9);
  }
}

}  // namespace
}  // namespace meander
