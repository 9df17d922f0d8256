// See word_weights.h: the methods that word_vectors.h knows, and who makes the others.
#include "net/attribution/word_weights.h"

#include "net/derivative/pooling.h"

namespace meander {
namespace {

class VectorJob : public WeightJob {
 public:
  VectorJob(std::unique_ptr<WordVectors> vectors, std::vector<double> target)
      : vectors_(std::move(vectors)), target_(std::move(target)) {}

  Result<bool> Step() override {
    TRY(const bool more, vectors_->Step());
    if (more) return true;
    result_.value = DotOf(vectors_->whole(), target_);
    for (const std::vector<double>& vector : vectors_->vectors()) {
      result_.weights.push_back(DotOf(vector, target_));
      result_.sum += result_.weights.back();
    }
    result_.gap = result_.value - result_.sum;
    return false;
  }
  size_t pieces_done() const override { return vectors_->pieces_done(); }
  size_t pieces_in_all() const override { return vectors_->pieces_in_all(); }

 private:
  std::unique_ptr<WordVectors> vectors_;
  const std::vector<double> target_;
};

}  // namespace

std::unique_ptr<WeightJob> MakeWeightJob(const Insight& insight, const UnitText& text,
                                         std::vector<double> target, const WeightOptions& options) {
  switch (options.method) {
    case WordMethod::kLime:
      return MakeLimeJob(insight, text, std::move(target), options);
    case WordMethod::kGradient:
    case WordMethod::kIntegrated:
      return MakeGradientJob(insight, text, std::move(target), options);
    case WordMethod::kRollout:
      return MakeRolloutJob(insight, text, std::move(target));
    default:
      break;
  }
  VectorOptions vectors;
  vectors.hide = options.hide;
  vectors.seed = options.seed;
  vectors.orders = options.orders;
  return std::make_unique<VectorJob>(
      options.method == WordMethod::kShapley
          ? MakeShapleyVectors(insight, text, vectors)
          : MakeOcclusionVectors(insight, text, VectorOptions::kFromText, options.hide),
      std::move(target));
}

}  // namespace meander
