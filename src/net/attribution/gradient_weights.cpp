// Gradient × input and integrated gradients at the embeddings: reverse mode, one point of the way a
// step. See word_weights.h.
#include "net/attribution/quadrature.h"
#include "net/attribution/word_weights.h"
#include "net/derivative/recording.h"

namespace meander {
namespace {

class GradientJob : public WeightJob {
 public:
  GradientJob(const Insight& insight, const UnitText& text, std::vector<double> target,
              const WeightOptions& options)
      : insight_(insight),
        text_(text),
        target_(std::move(target)),
        is_integrated_(options.method == WordMethod::kIntegrated),
        // One point at the very end of the way is the plain gradient.
        points_(is_integrated_ ? GaussLegendre(options.steps)
                               : std::vector<QuadraturePoint>{{1.0, 1.0}}) {}

  Result<bool> Step() override {
    if (done_ == 0) {
      TRY_VOID(Begin());
    } else {
      AddPoint(points_[done_ - 1]);
    }
    if (++done_ <= points_.size()) return true;
    for (const double weight : result_.weights) result_.sum += weight;
    result_.gap = result_.value - result_.base - result_.sum;
    return false;
  }
  size_t pieces_done() const override { return done_; }
  size_t pieces_in_all() const override { return 1 + points_.size(); }

 private:
  Result<void> Begin() {
    Recording recording(insight_.weights);
    start_.assign(text_.ids.size() * kWidth, 0.f);
    if (is_integrated_) {
      TRY_VOID(
          recording.Read(IdsKeeping(text_, std::vector<bool>(text_.units.size()), Hide::kMask)));
      start_.assign(recording.hidden(0).begin(), recording.hidden(0).end());
      result_.base = DotOf(recording.pooled().unit, target_);
    }
    TRY_VOID(recording.Read(text_.ids));
    way_.assign(recording.hidden(0).begin(), recording.hidden(0).end());
    for (size_t i = 0; i < way_.size(); ++i) way_[i] -= start_[i];
    result_.value = DotOf(recording.pooled().unit, target_);
    result_.weights.assign(text_.units.size(), 0.0);
    return {};
  }

  void AddPoint(const QuadraturePoint& point) {
    std::vector<float> state = start_;
    const auto at = static_cast<float>(point.at);
    for (size_t i = 0; i < state.size(); ++i) state[i] += at * way_[i];
    Recording recording(insight_.weights);
    recording.ReadFrom(0, state);
    const std::vector<float> gradient = recording.ReverseMode(
        ClosenessReverseMode(recording.pooled(), target_, recording.tokens()), 0);
    for (size_t unit = 0; unit < text_.units.size(); ++unit) {
      const size_t begin = text_.units[unit].first_piece * size_t{kWidth},
                   end = text_.units[unit].one_past_pieces * size_t{kWidth};
      double sum = 0;
      for (size_t i = begin; i < end; ++i) sum += double{gradient[i]} * way_[i];
      result_.weights[unit] += point.weight * sum;
    }
  }

  const Insight insight_;
  const UnitText& text_;
  const std::vector<double> target_;
  const bool is_integrated_;
  const std::vector<QuadraturePoint> points_;
  std::vector<float> start_, way_;
  size_t done_ = 0;
};

}  // namespace

std::unique_ptr<WeightJob> MakeGradientJob(const Insight& insight, const UnitText& text,
                                           std::vector<double> target,
                                           const WeightOptions& options) {
  return std::make_unique<GradientJob>(insight, text, std::move(target), options);
}

}  // namespace meander
