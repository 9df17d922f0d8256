// What a gradient is measured by: see docs/decisions.md, and the measures in
// bench/gradient.bench.mjs.
#pragma once

#include <string>
#include <vector>

#include "space/line_space.h"

namespace meander {

// One gradient: the ends and the lines between them, in order, and their rows in one mix.
struct MeasuredGradient {
  std::vector<std::string> texts;
  std::vector<MixedRow> rows;
};

struct GradientScores {
  double distinct = 0;      // share of the lines between that are not said twice
  double near_repeat = 0;   // share of them that share > 0.6 of their words with an earlier line
  double order = 0;         // Kendall's tau of cos(b) − cos(a) over the lines between
  double max_to_mean = 0;   // widest step ÷ mean step
  double largest_step = 0;  // radians
  double on_path = 0;       // mean cosine to the points of the way that they stand for
  int ends_repeated = 0;    // lines between that say what an end says
  int beyond_length = 0;    // lines between of fewer than 3 or more than 16 words
};

GradientScores Measure(const MeasuredGradient& gradient);
// The mean of each score over all; the two counts are sums.
GradientScores MeanOf(const std::vector<GradientScores>& all);

}  // namespace meander
