// LIME for a closeness. See word_weights.h. As in the authors' own text explainer: a sample leaves
// out a uniform number of words, the kernel is sqrt(exp(-(100 d)² / 25²)) of the cosine distance d
// between the masks, alpha is 1, and the whole text is the first sample. Nothing left is the zero
// vector, as for Shapley.
#include <cmath>
#include <numeric>

#include "base/rng.h"
#include "net/attribution/ridge.h"
#include "net/attribution/word_weights.h"
#include "net/derivative/pooling.h"

namespace meander {
namespace {

class LimeJob : public WeightJob {
 public:
  LimeJob(const Insight& insight, const UnitText& text, std::vector<double> target,
          const WeightOptions& options)
      : insight_(insight),
        text_(text),
        target_(std::move(target)),
        options_(options),
        words_(text.word_count()),
        rng_(options.seed) {}

  Result<bool> Step() override {
    const size_t sample = result_.values.size();
    std::vector<bool> keep(text_.units.size(), true);
    size_t left = words_;
    if (sample > 0) left = LeaveOut(keep);
    double value = 0;
    if (left > 0) {
      TRY(const auto unit, ReadUnit(insight_.encoder, IdsKeeping(text_, keep, options_.hide)));
      value = DotOf(unit, target_);
    }
    for (size_t word = 0; word < words_; ++word) result_.masks.push_back(keep[word + 1]);
    result_.values.push_back(value);
    // The cosine of a mask with left ones and the mask of all: sqrt(left / words).
    const double distance = 1 - std::sqrt(static_cast<double>(left) / static_cast<double>(words_));
    result_.kernel.push_back(std::sqrt(std::exp(-(100 * distance / 25) * (100 * distance / 25))));
    if (result_.values.size() < static_cast<size_t>(options_.samples)) return true;
    Fit();
    return false;
  }
  size_t pieces_done() const override { return result_.values.size(); }
  size_t pieces_in_all() const override { return static_cast<size_t>(options_.samples); }

 private:
  // How many words are left.
  size_t LeaveOut(std::vector<bool>& keep) {
    const size_t out = 1 + rng_.Below(static_cast<uint32_t>(words_));
    std::vector<size_t> order(words_);
    std::iota(order.begin(), order.end(), size_t{1});
    for (size_t i = 0; i < out; ++i) {
      std::swap(order[i], order[i + rng_.Below(static_cast<uint32_t>(words_ - i))]);
      keep[order[i]] = false;
    }
    return words_ - out;
  }

  void Fit() {
    const std::vector<double> x(result_.masks.begin(), result_.masks.end());
    const RidgeFit fit = FitRidge(x, words_, result_.values, result_.kernel, result_.alpha);
    result_.value = result_.values[0];
    result_.base = fit.intercept;
    result_.r2 = fit.r2;
    result_.weights.assign(text_.units.size(), 0.0);
    for (size_t word = 0; word < words_; ++word) {
      result_.weights[word + 1] = fit.weights[word];
      result_.sum += fit.weights[word];
    }
    result_.gap = result_.value - result_.base - result_.sum;
  }

  const Insight insight_;
  const UnitText& text_;
  const std::vector<double> target_;
  const WeightOptions options_;
  const size_t words_;
  Rng rng_;
};

}  // namespace

std::unique_ptr<WeightJob> MakeLimeJob(const Insight& insight, const UnitText& text,
                                       std::vector<double> target, const WeightOptions& options) {
  return std::make_unique<LimeJob>(insight, text, std::move(target), options);
}

}  // namespace meander
