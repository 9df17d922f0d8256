// The cheapest way through slots of candidates, one a slot: Viterbi (1967), then whatever of the
// way is said twice is barred and the way is found again. Whole numbers decide and ties go to the
// earlier candidate, so that page and command line choose the same.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace meander {

inline constexpr uint32_t kBarredStep = 0xFFFFFFFFu;
inline constexpr uint32_t kMostPathVias = 5;

struct PathCandidate {
  uint32_t line = 0;
  uint32_t cost = 0;      // of standing in this slot
  uint32_t via_bits = 0;  // which of the problem's vias it satisfies
  bool is_pinned = false;
  bool is_barred = false;
};

struct PathProblem {
  std::vector<std::vector<PathCandidate>> slots;  // at least one
  // steps[s] leads into slot s: the cost from candidate i of the slot before (s = 0: from the one
  // end) to candidate j is steps[s][i · slots[s].size() + j]. steps[slots.size()]: into the other
  // end.
  std::vector<std::vector<uint32_t>> steps;
  uint32_t all_vias = 0;  // bits that the way must have collected
  // Whether two lines say nearly the same: no way has both. Never asked about one line.
  std::function<bool(uint32_t line_a, uint32_t line_b)> are_twins;
};

// The chosen candidate of each slot; nullopt: there is no way. Bars candidates of `problem` as it
// finds repeats, so the next call goes on from there.
std::optional<std::vector<uint32_t>> CheapestPath(PathProblem& problem);

// What else would do at `slot`, the rest of the way staying: lines, best first, at most `count`,
// none of which says what another of them or the way says.
std::vector<uint32_t> OthersAt(const PathProblem& problem, std::span<const uint32_t> chosen,
                               size_t slot, size_t count);

}  // namespace meander
