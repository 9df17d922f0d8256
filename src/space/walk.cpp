// See walk.h.
#include "space/walk.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "base/sort.h"

namespace meander {
namespace {

constexpr int kUnreached = -1;
constexpr uint32_t kNobody = std::numeric_limits<uint32_t>::max();
constexpr uint64_t kNever = std::numeric_limits<uint64_t>::max();

uint64_t CostOf(const Road& road) {
  const uint64_t apart = 255u - road.closeness;
  return apart * apart * apart * apart;
}

// One stretch between two named items, with items that may not be stepped on.
class Stretch {
 public:
  Stretch(const RoadMap& map, uint32_t from, uint32_t to, std::vector<uint8_t> barred)
      : map_(map), from_(from), to_(to), barred_(std::move(barred)) {
    barred_[from] = true;  // never returned to
    barred_[to] = false;
  }

  // Closeness of the best weakest step with at most i steps; kUnreached where there is no walk.
  // Ends where more steps better nothing.
  std::vector<int> BestWeakest() const {
    std::vector<int> best(map_.item_count(), kUnreached), next;
    std::vector<uint32_t> changed{from_}, changed_next;
    best[from_] = 255;
    std::vector<int> front{kUnreached};
    for (int step = 1; step <= kMostWalkSteps && !changed.empty(); ++step) {
      next = best;
      changed_next.clear();
      for (const uint32_t item : changed) {
        for (const Road& road : map_.From(item)) {
          const int weakest = std::min<int>(best[item], road.closeness);
          if (barred_[road.to] || weakest <= next[road.to]) continue;
          if (next[road.to] == best[road.to]) changed_next.push_back(road.to);
          next[road.to] = weakest;
        }
      }
      best.swap(next);
      changed.swap(changed_next);
      front.push_back(best[to_]);
    }
    return front;
  }

  // Fills costs()[i]: the least sum with at most i steps of at least `weakest`.
  void Price(int weakest, int steps) {
    layers_.assign(1, {std::vector<uint64_t>(map_.item_count(), kNever),
                       std::vector<uint32_t>(map_.item_count(), kNobody)});
    layers_[0].cost[from_] = 0;
    std::vector<uint32_t> changed{from_}, changed_next;
    for (int step = 1; step <= steps; ++step) {
      Layer next{layers_.back().cost, std::vector<uint32_t>(map_.item_count(), kNobody)};
      const Layer& last = layers_.back();
      changed_next.clear();
      for (const uint32_t item : changed) {
        for (const Road& road : map_.From(item)) {
          if (road.closeness < weakest || barred_[road.to]) continue;
          const uint64_t cost = last.cost[item] + CostOf(road);
          if (cost >= next.cost[road.to]) continue;
          if (next.came_from[road.to] == kNobody) changed_next.push_back(road.to);
          next.cost[road.to] = cost;
          next.came_from[road.to] = item;
        }
      }
      // By item, so that of equal ways the one through the smaller item is found first.
      SortNumbers(changed_next);
      changed.swap(changed_next);
      layers_.push_back(std::move(next));
    }
  }
  uint64_t cost(int steps) const { return layers_[static_cast<size_t>(steps)].cost[to_]; }

  // The items after `from`, of the walk priced with at most `steps`.
  std::vector<uint32_t> Items(int steps) const {
    std::vector<uint32_t> items;
    uint32_t item = to_;
    for (int step = steps; item != from_; --step) {
      const uint32_t before = layers_[static_cast<size_t>(step)].came_from[item];
      if (before == kNobody) continue;  // as cheap with fewer steps
      items.push_back(item);
      item = before;
    }
    std::ranges::reverse(items);
    return items;
  }

 private:
  struct Layer {
    std::vector<uint64_t> cost;
    std::vector<uint32_t> came_from;  // of those that this step bettered; else kNobody
  };
  const RoadMap& map_;
  const uint32_t from_, to_;
  std::vector<uint8_t> barred_;
  std::vector<Layer> layers_;
};

struct Plan {
  std::vector<uint32_t> ends;            // from, via …, to
  std::vector<std::vector<int>> fronts;  // BestWeakest of each stretch
};

// Steps that all stretches together need so that none is weaker than `weakest`; -1: impossible.
int StepsFor(const Plan& plan, int weakest) {
  int steps = 0;
  for (const std::vector<int>& front : plan.fronts) {
    const auto enough = std::ranges::find_if(front, [&](int best) { return best >= weakest; });
    if (enough == front.end()) return -1;
    steps += static_cast<int>(enough - front.begin());
  }
  return steps;
}

// The closest weakest step that `steps` in all allow.
int WeakestWithin(const Plan& plan, int steps) {
  int weakest = 0;
  for (int candidate = 255; candidate > 0 && weakest == 0; --candidate) {
    const int needed = StepsFor(plan, candidate);
    if (needed >= 0 && needed <= steps) weakest = candidate;
  }
  return weakest;
}

// How many of the spare steps each stretch gets, so that the sum over all is least.
std::vector<int> ShareSteps(const std::vector<Stretch>& stretches, const std::vector<int>& fewest,
                            int spare) {
  const size_t count = stretches.size();
  // least[i][s]: of the first i stretches with s spare steps.
  std::vector<std::vector<uint64_t>> least(
      count + 1, std::vector<uint64_t>(static_cast<size_t>(spare) + 1, 0));
  std::vector<std::vector<int>> taken(count + 1,
                                      std::vector<int>(static_cast<size_t>(spare) + 1, 0));
  for (size_t i = 1; i <= count; ++i) {
    for (int s = 0; s <= spare; ++s) {
      uint64_t best = std::numeric_limits<uint64_t>::max();
      for (int own = 0; own <= s; ++own) {
        const uint64_t sum =
            least[i - 1][static_cast<size_t>(s - own)] + stretches[i - 1].cost(fewest[i - 1] + own);
        if (sum >= best) continue;
        best = sum;
        taken[i][static_cast<size_t>(s)] = own;
      }
      least[i][static_cast<size_t>(s)] = best;
    }
  }
  std::vector<int> shares(count);
  for (size_t i = count; i > 0; --i) {
    shares[i - 1] = taken[i][static_cast<size_t>(spare)];
    spare -= shares[i - 1];
  }
  return shares;
}

Result<void> Check(const RoadMap& map, const WalkQuestion& question) {
  if (question.via.size() > kMaxWalkItems || question.avoid.size() > map.item_count()) {
    return Fail(ErrorCode::kInvalidInput, "That is too many places for one walk.");
  }
  std::vector<uint32_t> ends = question.via;
  ends.push_back(question.from);
  ends.push_back(question.to);
  const auto is_nowhere = [&](uint32_t item) { return item >= map.item_count(); };
  if (std::ranges::any_of(ends, is_nowhere) || std::ranges::any_of(question.avoid, is_nowhere)) {
    return Fail(ErrorCode::kInvalidInput, "There is no such place.");
  }
  SortNumbers(ends);
  if (std::ranges::adjacent_find(ends) != ends.end()) {
    return Fail(ErrorCode::kInvalidInput, "These are the same place. Choose another end.");
  }
  for (const uint32_t item : question.avoid) {
    if (std::ranges::binary_search(ends, item)) {
      return Fail(ErrorCode::kInvalidInput, "A walk cannot avoid a place it has to go to.");
    }
  }
  return {};
}

uint8_t ClosenessBetween(const RoadMap& map, uint32_t from, uint32_t to) {
  uint8_t closeness = 0;
  for (const Road& road : map.From(from)) {
    if (road.to == to) closeness = std::max(closeness, road.closeness);
  }
  return closeness;
}

}  // namespace

Result<Walk> FindWalk(const RoadMap& map, const WalkQuestion& question) {
  TRY_VOID(Check(map, question));
  Plan plan;
  plan.ends.push_back(question.from);
  plan.ends.insert(plan.ends.end(), question.via.begin(), question.via.end());
  plan.ends.push_back(question.to);
  std::vector<uint8_t> barred(map.item_count());
  for (const uint32_t item : question.avoid) barred[item] = true;
  for (const uint32_t end : plan.ends) barred[end] = true;
  std::vector<Stretch> stretches;
  for (size_t i = 0; i + 1 < plan.ends.size(); ++i) {
    stretches.emplace_back(map, plan.ends[i], plan.ends[i + 1], barred);
    plan.fronts.push_back(stretches.back().BestWeakest());
    if (plan.fronts.back().back() == kUnreached) {
      return Fail(ErrorCode::kNotFound, "No way from here to there.");
    }
  }
  int bound = 255;  // the closest weakest step that any number of steps allows
  for (const std::vector<int>& front : plan.fronts) bound = std::min(bound, front.back());
  Walk walk;
  walk.fewest_steps = StepsFor(plan, 0);
  for (Stretch& stretch : stretches) {
    stretch.Price(bound, kMostWalkSteps);
    int enough = 1;
    while (stretch.cost(enough) != stretch.cost(kMostWalkSteps)) ++enough;
    walk.most_steps += enough;
  }
  const float dial = std::isfinite(question.scenic) ? std::clamp(question.scenic, 0.f, 1.f) : 0.f;
  const int steps =
      walk.fewest_steps +
      static_cast<int>(std::lround(dial * static_cast<float>(walk.most_steps - walk.fewest_steps)));
  const int weakest = WeakestWithin(plan, steps);
  const int spare = steps - StepsFor(plan, weakest);
  std::vector<int> fewest;
  for (size_t i = 0; i < stretches.size(); ++i) {
    const auto enough =
        std::ranges::find_if(plan.fronts[i], [&](int best) { return best >= weakest; });
    fewest.push_back(static_cast<int>(enough - plan.fronts[i].begin()));
    stretches[i].Price(weakest, fewest.back() + spare);
  }
  const std::vector<int> shares = ShareSteps(stretches, fewest, spare);
  walk.items.push_back(question.from);
  for (size_t i = 0; i < stretches.size(); ++i) {
    const int own_steps = fewest[i] + shares[i];
    std::vector<uint32_t> items = stretches[i].Items(own_steps);
    if (i > 0) {
      // Around what was walked before, where that is possible with as many steps as close.
      Stretch around(map, plan.ends[i], plan.ends[i + 1], barred);
      around.Price(weakest, own_steps);
      if (around.cost(own_steps) != kNever) items = around.Items(own_steps);
    }
    for (const uint32_t item : items) barred[item] = true;
    walk.items.insert(walk.items.end(), items.begin(), items.end());
  }
  for (size_t i = 0; i + 1 < walk.items.size(); ++i) {
    walk.closenesses.push_back(ClosenessBetween(map, walk.items[i], walk.items[i + 1]));
  }
  walk.weakest =
      static_cast<int>(std::ranges::min_element(walk.closenesses) - walk.closenesses.begin());
  return walk;
}

}  // namespace meander
