// Shapley's value of every word, a vector each: over all subsets up to kMostWordsExact words, over
// seeded orders beyond. The marks are part of every reading and get nothing. See word_vectors.h.
#include <algorithm>
#include <numeric>

#include "base/rng.h"
#include "net/attribution/word_vectors.h"

namespace meander {
namespace {

class ShapleyVectors : public WordVectors {
 public:
  ShapleyVectors(const Insight& insight, const UnitText& text, const VectorOptions& options)
      : insight_(insight),
        text_(text),
        options_(options),
        words_(text.word_count()),
        sums_(text.units.size(), std::vector<double>(kWidth)),
        rng_(options.seed) {
    if (!is_exact()) return;
    // w(s) = s! (n - s - 1)! / n!: how many orders have just these s words before one.
    for (size_t size = 0; size < words_; ++size) {
      double weight = 1.0 / static_cast<double>(words_);
      for (size_t i = 1; i <= size; ++i) {
        weight *= static_cast<double>(i) / static_cast<double>(words_ - i);
      }
      weights_.push_back(weight);
    }
  }

  Result<bool> Step() override {
    if (whole_.empty()) {
      TRY(whole_, ReadUnit(insight_.encoder, text_.ids));
      ++done_;
      if (is_exact()) AddSubset((size_t{1} << words_) - 1, whole_);
      return GoOn();
    }
    if (is_exact()) {
      const size_t subset = done_;  // 1 … 2ⁿ - 2: nothing is the zero vector, all has been read
      TRY(const std::vector<double> unit, Read([&](size_t word) { return subset >> word & 1; }));
      AddSubset(subset, unit);
      ++done_;
      return GoOn();
    }
    TRY_VOID(StepOrder());
    return GoOn();
  }
  size_t pieces_done() const override { return done_; }
  size_t pieces_in_all() const override {
    if (is_exact()) return (size_t{1} << words_) - 1;
    return 1 + static_cast<size_t>(options_.orders) * (words_ - 1);
  }
  int rounds() const override { return rounds_; }
  int steps_used() const override { return is_exact() ? 0 : orders_done_; }

 private:
  bool is_exact() const { return words_ <= kMostWordsExact; }

  // Publishes what is complete; true while there is more.
  bool GoOn() {
    const bool is_last = done_ == pieces_in_all();
    if (is_exact() && is_last) {
      vectors_ = sums_;
      rounds_ = 1;
    }
    return !is_last;
  }

  template <class Has>
  Result<std::vector<double>> Read(Has has) {
    std::vector<bool> keep(text_.units.size());
    for (size_t word = 0; word < words_; ++word) keep[word + 1] = has(word);
    return ReadUnit(insight_.encoder, IdsKeeping(text_, keep, options_.hide));
  }

  void Add(size_t word, double weight, const std::vector<double>& unit) {
    std::vector<double>& sum = sums_[word + 1];
    for (size_t i = 0; i < kWidth; ++i) sum[i] += weight * unit[i];
  }

  // A subset stands in its words' sums as "with", in the others' as "without".
  void AddSubset(size_t subset, const std::vector<double>& unit) {
    const auto size = static_cast<size_t>(__builtin_popcountll(subset));
    for (size_t word = 0; word < words_; ++word) {
      const bool is_in = subset >> word & 1;
      Add(word, is_in ? weights_[size - 1] : -weights_[size], unit);
    }
  }

  // One reading of an order: the words come one by one. Every second order is the one before it
  // backwards, which takes out much of the chance (Castro et al. 2009 sample plainly).
  Result<void> StepOrder() {
    if (order_.empty()) {
      order_.resize(words_);
      std::iota(order_.begin(), order_.end(), size_t{0});
    }
    if (at_ == 0) {
      if (orders_done_ % 2 == 1) {
        std::reverse(order_.begin(), order_.end());
      } else {
        for (size_t i = words_ - 1; i > 0; --i) {
          std::swap(order_[i], order_[rng_.Below(static_cast<uint32_t>(i + 1))]);
        }
      }
      before_.assign(kWidth, 0.0);
      is_here_.assign(words_, false);
    }
    is_here_[order_[at_]] = true;
    TRY(const std::vector<double> unit, Read([&](size_t word) { return is_here_[word]; }));
    AddMarginal(order_[at_], unit);
    ++done_;
    if (++at_ < words_ - 1) return {};
    AddMarginal(order_.back(), whole_);  // the last word makes it whole
    at_ = 0;
    ++orders_done_;
    vectors_ = sums_;
    for (std::vector<double>& vector : vectors_) {
      for (double& x : vector) x /= orders_done_;
    }
    ++rounds_;
    return {};
  }
  void AddMarginal(size_t word, const std::vector<double>& unit) {
    Add(word, 1, unit);
    Add(word, -1, before_);
    before_ = unit;
  }

  const Insight insight_;
  const UnitText& text_;
  const VectorOptions options_;
  const size_t words_;
  std::vector<std::vector<double>> sums_;
  std::vector<double> weights_;  // exact: w(s)
  size_t done_ = 0;
  int rounds_ = 0;
  Rng rng_;
  std::vector<size_t> order_;
  std::vector<bool> is_here_;
  std::vector<double> before_;
  size_t at_ = 0;
  int orders_done_ = 0;
};

}  // namespace

std::unique_ptr<WordVectors> MakeShapleyVectors(const Insight& insight, const UnitText& text,
                                                const VectorOptions& options) {
  return std::make_unique<ShapleyVectors>(insight, text, options);
}

}  // namespace meander
