// Deletion curves: the words of a text are left out one after another in an attribution's order,
// and what is left is read again. An attribution that names what matters makes the closeness fall
// at once: its curve has a small area. Samek et al. 2017; compare within one encoder only.
#pragma once

#include <vector>

#include "net/attribution/word_vectors.h"

namespace meander {

// The words' unit indices (no marks), heaviest first; ties by place.
std::vector<size_t> WordsByWeight(const UnitText& text, const std::vector<double>& weights);

// One reading a step.
class DeletionCurve {
 public:
  // `order`: unit indices of words, first out first. All must outlive it.
  DeletionCurve(const Insight& insight, const UnitText& text, std::vector<size_t> order,
                std::vector<double> target);
  Result<bool> Step();
  // f with 0, 1, 2 … words out; with none left 0 (nothing is the zero vector).
  const std::vector<double>& values() const { return values_; }
  // The mean of the curve, less its end, over its beginning less its end: 1 would be no fall until
  // the last word, 0 a fall with the first. By the trapezoid rule.
  double area() const;

 private:
  const Insight insight_;
  const UnitText& text_;
  const std::vector<size_t> order_;
  const std::vector<double> target_;
  std::vector<bool> keep_;
  std::vector<double> values_;
};

}  // namespace meander
