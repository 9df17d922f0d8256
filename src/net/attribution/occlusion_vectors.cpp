// What goes when a unit is left out: of the text itself, or of a layer's hidden state (its rows are
// dropped and the rest is read on). See word_vectors.h.
#include "net/attribution/word_vectors.h"
#include "net/derivative/recording.h"

namespace meander {
namespace {

class OcclusionVectors : public WordVectors {
 public:
  OcclusionVectors(const Insight& insight, const UnitText& text, int depth, Hide hide)
      : insight_(insight), text_(text), depth_(depth), hide_(hide), recording_(insight.weights) {}

  Result<bool> Step() override {
    if (whole_.empty()) {
      TRY(whole_, ReadWhole());
      return true;
    }
    const size_t unit = vectors_.size();
    TRY(std::vector<double> vector, ReadWithout(unit));
    for (size_t i = 0; i < kWidth; ++i) vector[i] = whole_[i] - vector[i];
    vectors_.push_back(std::move(vector));
    return vectors_.size() < text_.units.size();
  }
  size_t pieces_done() const override { return (whole_.empty() ? 0 : 1) + vectors_.size(); }
  size_t pieces_in_all() const override { return 1 + text_.units.size(); }
  int rounds() const override { return vectors_.size() == text_.units.size() ? 1 : 0; }

 private:
  Result<std::vector<double>> ReadWhole() {
    if (depth_ == VectorOptions::kFromText) return ReadUnit(insight_.encoder, text_.ids);
    TRY_VOID(recording_.Read(text_.ids));
    return recording_.pooled().unit;
  }

  Result<std::vector<double>> ReadWithout(size_t unit) {
    const TextUnit& out = text_.units[unit];
    if (depth_ != VectorOptions::kFromText) {
      const std::span<const float> hidden = recording_.hidden(depth_);
      std::vector<float> rest(hidden.begin(), hidden.begin() + out.first_piece * kWidth);
      rest.insert(rest.end(), hidden.begin() + out.one_past_pieces * kWidth, hidden.end());
      Recording reading(insight_.weights);
      reading.ReadFrom(depth_, rest);
      return reading.pooled().unit;
    }
    if (out.is_mark) {
      // A mark can be left out, too: the encoder never saw such a text, but reads it.
      std::vector<int32_t> ids = text_.ids;
      ids.erase(ids.begin() + out.first_piece);
      return ReadUnit(insight_.encoder, ids);
    }
    std::vector<bool> keep(text_.units.size(), true);
    keep[unit] = false;
    return ReadUnit(insight_.encoder, IdsKeeping(text_, keep, hide_));
  }

  const Insight insight_;
  const UnitText& text_;
  const int depth_;
  const Hide hide_;
  Recording recording_;  // of the whole text, for depths in the encoder
};

}  // namespace

std::unique_ptr<WordVectors> MakeOcclusionVectors(const Insight& insight, const UnitText& text,
                                                  int depth, Hide hide) {
  return std::make_unique<OcclusionVectors>(insight, text, depth, hide);
}

}  // namespace meander
