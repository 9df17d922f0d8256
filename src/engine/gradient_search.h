// The search behind a gradient: candidates for every stop near the straight way (the great circle
// from each fixed line to the next), then the cheapest way through them (space/line_path.h). Pure:
// the same question over the same lines gives the same stops wherever it runs. Works in slices.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "engine/path_weights.h"
#include "engine/way.h"
#include "space/line_space.h"
#include "text/word_set.h"

namespace meander {

inline constexpr uint32_t kTypedLine = 0xFFFFFFFFu;  // a fixed line that is none of the space's

// A line that is given: an end, or a pin between them.
struct FixedLine {
  int stop = 0;  // -1: the first end; steps: the last
  LineQuery query;
  std::string text;
  uint32_t line = kTypedLine;
};

struct GradientQuestion {
  SpaceShares shares;
  int steps = 7;
  PathWeights weights;
  std::vector<FixedLine> fixed;             // the ends and the pins, by stop
  std::vector<AllowedLines::Range> ranges;  // of lines that may be stops
  std::vector<uint32_t> banned;             // ascending
  std::vector<std::vector<uint32_t>> vias;  // some stop must be one of these (ascending), each
};

struct FoundStop {
  uint32_t line = kTypedLine;
  int32_t to_a = 0, to_b = 0;  // cosines, kCosineOne for 1
  int32_t step = 0;            // angle from the line before
  PlaceOnWay place;
  std::vector<uint32_t> others;  // best first, at most three
};
struct FoundGradient {
  std::vector<FoundStop> stops;
  int32_t last_step = 0;
  int32_t a_to_b = 0;
  int weakest = 0;  // index of the widest step, the first of equals
  std::vector<PlaceOnWay> shore;
};

class GradientSearch {
 public:
  // `space`, `small_words` and what `text_of` answers must outlive the search.
  GradientSearch(const LineSpace& space, const SmallWords& small_words,
                 std::function<std::string_view(uint32_t)> text_of, GradientQuestion question);
  ~GradientSearch();
  GradientSearch(GradientSearch&&) noexcept;

  // A few milliseconds of work; true while there is more.
  bool Step();
  // Once Step() has found the candidates: the line nearest to each point of the way that no stop
  // before it has taken; kTypedLine where there is none. Empty before.
  const std::vector<uint32_t>& sketch() const;
  // Once Step() is done. kNotFound with a sentence: there is no way.
  const Result<FoundGradient>& found() const;
  // The candidates of each stop, nearest to its point of the way first.
  const std::vector<std::vector<uint32_t>>& candidates() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace meander
