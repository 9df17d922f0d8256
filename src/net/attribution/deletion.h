// Deletion curves: the words of a text are left out one after another in an attribution's order,
// and what is left is read again. An attribution that names what matters makes the closeness fall
// at once: its curve has a small area. Samek et al. 2017; compare within one encoder only.
#pragma once

#include <map>
#include <vector>

#include "base/rng.h"
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

// The same in random orders: what a method has to be better than. What is left of a text is read
// only once, whichever orders lead to it; at most one reading a step.
class ChanceCurves {
 public:
  // As many as take a second or two: 200 up to eight words, then fewer.
  static size_t OrdersFor(size_t words);

  ChanceCurves(const Insight& insight, const UnitText& text, std::vector<double> target,
               size_t orders, uint64_t seed);
  Result<bool> Step();
  size_t orders() const { return curves_.size(); }
  size_t orders_in_all() const { return orders_in_all_; }

  struct Band {
    std::vector<double> mean, low, high;  // with 0, 1, 2 … words out; the middle 80 %
  };
  Band band() const;  // of the orders done, at least one
  // Of DeletionCurve::area, over the orders done.
  double mean_area() const;

 private:
  const Insight insight_;
  const UnitText& text_;
  const std::vector<double> target_;
  const size_t orders_in_all_;
  Rng rng_;
  void Shuffle();

  std::map<std::vector<bool>, double> known_;
  std::vector<std::vector<double>> curves_;
  std::vector<size_t> order_;  // the one at hand, how far it has come, and what is left
  std::vector<double> values_;
  std::vector<bool> keep_;
};

// Of a curve as DeletionCurve::area has it.
double AreaOf(const std::vector<double>& values);

}  // namespace meander
