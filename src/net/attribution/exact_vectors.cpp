// The exact contributions at one layer: mean pooling is linear. See word_vectors.h.
#include "net/attribution/word_vectors.h"
#include "net/derivative/recording.h"

namespace meander {
namespace {

class ExactVectors : public WordVectors {
 public:
  ExactVectors(const Insight& insight, const UnitText& text, int depth)
      : insight_(insight), text_(text), depth_(depth) {}

  Result<bool> Step() override {
    Recording recording(insight_.weights);
    TRY_VOID(recording.Read(text_.ids));
    const std::span<const float> hidden = recording.hidden(depth_);
    const Pooled pooled = PoolForward(hidden);
    whole_ = pooled.unit;
    for (const TextUnit& unit : text_.units) {
      std::vector<double> vector(kWidth);
      for (uint32_t piece = unit.first_piece; piece < unit.one_past_pieces; ++piece) {
        for (size_t i = 0; i < kWidth; ++i) vector[i] += double{hidden[piece * kWidth + i]};
      }
      const double share = 1 / (static_cast<double>(text_.ids.size()) * pooled.length);
      for (double& x : vector) x *= share;
      vectors_.push_back(std::move(vector));
    }
    is_done_ = true;
    return false;
  }
  size_t pieces_done() const override { return is_done_ ? 1 : 0; }
  size_t pieces_in_all() const override { return 1; }
  int rounds() const override { return is_done_ ? 1 : 0; }

 private:
  const Insight insight_;
  const UnitText& text_;
  const int depth_;
  bool is_done_ = false;
};

}  // namespace

std::unique_ptr<WordVectors> MakeExactVectors(const Insight& insight, const UnitText& text,
                                              int depth) {
  return std::make_unique<ExactVectors>(insight, text, depth);
}

}  // namespace meander
