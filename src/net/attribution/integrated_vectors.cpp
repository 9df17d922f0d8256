// Integrated forward mode: from a text of the same length whose words are all hidden the state at
// one layer is brought along a straight way to the text's own; at Gauss and Legendre's points of it
// every unit's own rows are one change that is carried to the end. See word_vectors.h.
//
// With m the mean before it is brought to unit length, h the state at the layer and r that of the
// hidden text,
//   m(h) = m(r) + Σ_i ∫ J(r + a (h - r)) (h_i - r_i) da,
// and m(r) is the mean of the hidden text's own last rows: each unit keeps the share of its places.
// At the last layer all is linear and this is the exact form.
#include <algorithm>

#include "net/attribution/quadrature.h"
#include "net/attribution/word_vectors.h"
#include "net/derivative/recording.h"

namespace meander {
namespace {

constexpr size_t kMostRows = 160;  // of changes carried at once: bounds a step's time and memory

class IntegratedVectors : public WordVectors {
 public:
  IntegratedVectors(const Insight& insight, const UnitText& text, const VectorOptions& options)
      : insight_(insight),
        text_(text),
        depth_(std::max(options.depth, 0)),
        most_steps_(options.steps),
        at_point_(insight.weights) {
    for (int steps = options.refine ? 1 : most_steps_; steps < most_steps_; steps *= 2) {
      plan_.push_back(steps);
    }
    plan_.push_back(most_steps_);
    units_at_once_ = std::max<size_t>(kMostRows / text.ids.size(), 1);
  }

  Result<bool> Step() override {
    ++done_;
    if (whole_.empty()) {
      TRY_VOID(Begin());
      return true;
    }
    if (!has_point_) {
      StartPoint();
      return true;
    }
    if (layer_ == depth_) StartGroup();
    if (layer_ < kLayerCount) at_point_.ForwardModeLayer(layer_++, changes_);
    if (layer_ < kLayerCount) return true;
    FinishGroup();
    return round_ < plan_.size();
  }

  size_t pieces_done() const override { return done_; }
  size_t pieces_in_all() const override {
    const size_t groups = (text_.units.size() + units_at_once_ - 1) / units_at_once_;
    const size_t layers = static_cast<size_t>(std::max(kLayerCount - depth_, 1));
    size_t points = 0;
    for (const int steps : plan_) points += static_cast<size_t>(steps);
    return 1 + points * (1 + groups * layers);
  }
  int rounds() const override { return static_cast<int>(round_); }
  int steps_used() const override { return round_ == 0 ? 0 : plan_[round_ - 1]; }

 private:
  Result<void> Begin() {
    TRY_VOID(at_point_.Read(IdsKeeping(text_, std::vector<bool>(text_.units.size()), Hide::kMask)));
    const std::span<const float> start = at_point_.hidden(depth_);
    start_.assign(start.begin(), start.end());
    const std::span<const float> last = at_point_.hidden(kLayerCount);
    for (const TextUnit& unit : text_.units) {
      start_shares_.emplace_back(kWidth);
      for (uint32_t piece = unit.first_piece; piece < unit.one_past_pieces; ++piece) {
        for (size_t i = 0; i < kWidth; ++i) {
          start_shares_.back()[i] +=
              double{last[piece * kWidth + i]} / static_cast<double>(text_.ids.size());
        }
      }
    }
    Recording recording(insight_.weights);
    TRY_VOID(recording.Read(text_.ids));
    way_.assign(recording.hidden(depth_).begin(), recording.hidden(depth_).end());
    for (size_t i = 0; i < way_.size(); ++i) way_[i] -= start_[i];
    whole_ = recording.pooled().unit;
    length_ = recording.pooled().length;
    return {};
  }

  void StartPoint() {
    if (point_ == 0) {
      points_ = GaussLegendre(plan_[round_]);
      sums_.assign(text_.units.size(), std::vector<double>(kWidth));
    }
    std::vector<float> state = start_;
    const auto at = static_cast<float>(points_[point_].at);
    for (size_t i = 0; i < state.size(); ++i) state[i] += at * way_[i];
    at_point_.ReadFrom(depth_, state);
    has_point_ = true;
    first_unit_ = 0;
    layer_ = depth_;
  }

  // Each of the group's units alone changes: its own rows, the others stand still.
  void StartGroup() {
    const size_t count = std::min(units_at_once_, text_.units.size() - first_unit_);
    changes_.assign(count * way_.size(), 0.f);
    for (size_t i = 0; i < count; ++i) {
      const TextUnit& unit = text_.units[first_unit_ + i];
      const auto from = way_.begin() + unit.first_piece * kWidth;
      std::copy(
          from, from + unit.piece_count() * kWidth,
          changes_.begin() + static_cast<ptrdiff_t>(i * way_.size()) + unit.first_piece * kWidth);
    }
  }

  void FinishGroup() {
    const size_t size = text_.ids.size() * kWidth;
    for (size_t i = 0; i * size < changes_.size(); ++i) {
      const std::vector<double> change =
          MeanForwardMode(std::span(changes_).subspan(i * size, size));
      std::vector<double>& sum = sums_[first_unit_ + i];
      for (size_t j = 0; j < kWidth; ++j) sum[j] += points_[point_].weight * change[j];
    }
    first_unit_ += changes_.size() / size;
    layer_ = depth_;
    if (first_unit_ < text_.units.size()) return;
    has_point_ = false;
    if (++point_ == points_.size()) FinishRound();
  }

  void FinishRound() {
    vectors_ = sums_;
    for (size_t unit = 0; unit < vectors_.size(); ++unit) {
      for (size_t i = 0; i < kWidth; ++i) {
        vectors_[unit][i] = (vectors_[unit][i] + start_shares_[unit][i]) / length_;
      }
    }
    point_ = 0;
    ++round_;
  }

  const Insight insight_;
  const UnitText& text_;
  const int depth_, most_steps_;
  std::vector<int> plan_;  // steps of each round
  size_t units_at_once_ = 1;
  Recording at_point_;
  std::vector<float> start_, way_;                 // r and h - r at the layer
  std::vector<std::vector<double>> start_shares_;  // of m(r), one a unit
  double length_ = 0;
  std::vector<QuadraturePoint> points_;
  size_t round_ = 0, point_ = 0, first_unit_ = 0, done_ = 0;
  bool has_point_ = false;
  int layer_ = 0;
  std::vector<float> changes_;
  std::vector<std::vector<double>> sums_;
};

}  // namespace

std::unique_ptr<WordVectors> MakeIntegratedVectors(const Insight& insight, const UnitText& text,
                                                   const VectorOptions& options) {
  return std::make_unique<IntegratedVectors>(insight, text, options);
}

}  // namespace meander
