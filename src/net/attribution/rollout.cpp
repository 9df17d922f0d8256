// See rollout.h.
#include "net/attribution/rollout.h"

#include "net/attribution/word_weights.h"

namespace meander {
namespace {

class RolloutJob : public WeightJob {
 public:
  RolloutJob(const Insight& insight, const UnitText& text, std::vector<double> target)
      : insight_(insight), text_(text), target_(std::move(target)) {}

  Result<bool> Step() override {
    Recording recording(insight_.weights);
    TRY_VOID(recording.Read(text_.ids));
    const std::vector<double> shares = RolloutShares(recording);
    result_.value = DotOf(recording.pooled().unit, target_);
    for (const TextUnit& unit : text_.units) {
      double sum = 0;
      for (uint32_t piece = unit.first_piece; piece < unit.one_past_pieces; ++piece) {
        sum += shares[piece];
      }
      result_.weights.push_back(sum);
      result_.sum += sum;
    }
    is_done_ = true;
    return false;
  }
  size_t pieces_done() const override { return is_done_ ? 1 : 0; }
  size_t pieces_in_all() const override { return 1; }

 private:
  const Insight insight_;
  const UnitText& text_;
  const std::vector<double> target_;
  bool is_done_ = false;
};

}  // namespace

std::vector<double> RolloutShares(const Recording& recording) {
  const auto tokens = static_cast<size_t>(recording.tokens());
  // From the last layer down: a row vector times one layer after the other.
  std::vector<double> shares(tokens, 1 / static_cast<double>(tokens));
  for (int index = kLayerCount - 1; index >= 0; --index) {
    const std::vector<float>& attention = recording.layer(index).shares;
    std::vector<double> below(tokens);
    for (size_t head = 0; head < kHeadCount; ++head) {
      for (size_t t = 0; t < tokens; ++t) {
        const float* const row = &attention[(head * tokens + t) * tokens];
        for (size_t u = 0; u < tokens; ++u) below[u] += shares[t] * row[u] / kHeadCount;
      }
    }
    for (size_t u = 0; u < tokens; ++u) shares[u] = 0.5 * below[u] + 0.5 * shares[u];
  }
  return shares;
}

std::unique_ptr<WeightJob> MakeRolloutJob(const Insight& insight, const UnitText& text,
                                          std::vector<double> target) {
  return std::make_unique<RolloutJob>(insight, text, std::move(target));
}

}  // namespace meander
