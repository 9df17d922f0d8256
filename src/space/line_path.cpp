// See line_path.h.
#include "space/line_path.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace meander {
namespace {

constexpr uint64_t kNever = std::numeric_limits<uint64_t>::max();
constexpr uint32_t kNobody = std::numeric_limits<uint32_t>::max();

// One slot's states: a candidate and the vias collected up to and with it.
struct Layer {
  std::vector<uint64_t> costs;      // [mask][candidate]
  std::vector<uint32_t> came_from;  // state of the layer before
};

class Viterbi {
 public:
  explicit Viterbi(const PathProblem& problem) : problem_(problem), masks_(problem.all_vias + 1) {}

  std::optional<std::vector<uint32_t>> Run() {
    const size_t slots = problem_.slots.size();
    Layer before{std::vector<uint64_t>(masks_, kNever), {}};
    before.costs[0] = 0;
    size_t width_before = 1;
    for (size_t slot = 0; slot < slots; ++slot) {
      layers_.push_back(Advance(before, width_before, slot));
      before.costs = layers_.back().costs;
      width_before = problem_.slots[slot].size();
    }
    uint64_t best = kNever;
    uint32_t state = kNobody;
    const size_t base = width_before * problem_.all_vias;
    for (size_t i = 0; i < width_before; ++i) {
      const uint32_t step = problem_.steps[slots][i];
      const uint64_t cost = before.costs[base + i];
      if (step == kBarredStep || cost == kNever || cost + step >= best) continue;
      best = cost + step;
      state = static_cast<uint32_t>(base + i);
    }
    if (state == kNobody) return std::nullopt;
    std::vector<uint32_t> chosen(slots);
    for (size_t slot = slots; slot-- > 0;) {
      chosen[slot] = static_cast<uint32_t>(state % problem_.slots[slot].size());
      state = layers_[slot].came_from[state];
    }
    return chosen;
  }

 private:
  Layer Advance(const Layer& before, size_t width_before, size_t slot) const {
    const std::vector<PathCandidate>& candidates = problem_.slots[slot];
    const std::vector<uint32_t>& steps = problem_.steps[slot];
    const size_t width = candidates.size();
    Layer layer{std::vector<uint64_t>(width * masks_, kNever),
                std::vector<uint32_t>(width * masks_, kNobody)};
    for (size_t state = 0; state < width_before * masks_; ++state) {
      const uint64_t so_far = before.costs[state];
      if (so_far == kNever) continue;
      const size_t from = state % width_before;
      const auto mask = static_cast<uint32_t>(state / width_before);
      for (size_t to = 0; to < width; ++to) {
        const uint32_t step = steps[from * width + to];
        if (step == kBarredStep || candidates[to].is_barred) continue;
        const uint64_t cost = so_far + step + candidates[to].cost;
        const size_t next = width * (mask | candidates[to].via_bits) + to;
        if (cost >= layer.costs[next]) continue;
        layer.costs[next] = cost;
        layer.came_from[next] = static_cast<uint32_t>(state);
      }
    }
    return layer;
  }

  const PathProblem& problem_;
  const size_t masks_;
  std::vector<Layer> layers_;
};

void BarLine(PathProblem& problem, uint32_t line, size_t except_slot) {
  for (size_t slot = 0; slot < problem.slots.size(); ++slot) {
    if (slot == except_slot) continue;
    for (PathCandidate& candidate : problem.slots[slot]) {
      if (candidate.line == line && !candidate.is_pinned) candidate.is_barred = true;
    }
  }
}

// Bars what makes two slots of the way say the same; false when nothing does. Of two, the one that
// stands better in its slot stays.
bool BarRepeats(PathProblem& problem, std::span<const uint32_t> chosen) {
  const size_t nowhere = problem.slots.size();
  bool is_barred = false;
  for (size_t b = 1; b < chosen.size(); ++b) {
    for (size_t a = 0; a < b; ++a) {
      const PathCandidate& at_a = problem.slots[a][chosen[a]];
      const PathCandidate& at_b = problem.slots[b][chosen[b]];
      if (at_a.is_barred || at_b.is_barred || (at_a.is_pinned && at_b.is_pinned)) continue;
      const bool keeps_a = at_a.is_pinned || (!at_b.is_pinned && at_a.cost <= at_b.cost);
      if (at_a.line == at_b.line) {
        BarLine(problem, at_a.line, keeps_a ? a : b);
        is_barred = true;
      } else if (problem.are_twins(at_a.line, at_b.line)) {
        BarLine(problem, keeps_a ? at_b.line : at_a.line, nowhere);
        is_barred = true;
      }
    }
  }
  return is_barred;
}

}  // namespace

std::optional<std::vector<uint32_t>> CheapestPath(PathProblem& problem) {
  // Every round bars at least one candidate for good, so this ends.
  for (;;) {
    auto chosen = Viterbi(problem).Run();
    if (!chosen || !BarRepeats(problem, *chosen)) return chosen;
  }
}

std::vector<uint32_t> OthersAt(const PathProblem& problem, std::span<const uint32_t> chosen,
                               size_t slot, size_t count) {
  const std::vector<PathCandidate>& here = problem.slots[slot];
  const size_t width = here.size();
  const bool is_last = slot + 1 == problem.slots.size();
  const size_t width_after = is_last ? 1 : problem.slots[slot + 1].size();
  const size_t from = slot == 0 ? 0 : chosen[slot - 1];
  const size_t to = is_last ? 0 : chosen[slot + 1];
  std::vector<std::pair<uint64_t, uint32_t>> ranked;
  for (size_t i = 0; i < width; ++i) {
    const uint32_t in = problem.steps[slot][from * width + i];
    const uint32_t out = problem.steps[slot + 1][i * width_after + to];
    if (i == chosen[slot] || in == kBarredStep || out == kBarredStep) continue;
    ranked.emplace_back(uint64_t{in} + out + here[i].cost, here[i].line);
  }
  std::vector<uint32_t> said, others;
  for (size_t s = 0; s < chosen.size(); ++s) said.push_back(problem.slots[s][chosen[s]].line);
  // Few are wanted: the best of what is left, again and again.
  while (others.size() < count && !ranked.empty()) {
    const auto best = std::ranges::min_element(ranked);
    const uint32_t line = best->second;
    *best = ranked.back();
    ranked.pop_back();
    const auto says_the_same = [&](uint32_t other) {
      return other == line || problem.are_twins(other, line);
    };
    if (std::ranges::any_of(said, says_the_same)) continue;
    said.push_back(line);
    others.push_back(line);
  }
  return others;
}

}  // namespace meander
