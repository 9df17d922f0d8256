// See inside_jobs.h: the grid, the groups, and what an edit does.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "engine/inside_jobs.h"
#include "net/derivative/recording.h"
#include "space/nmf.h"

namespace meander {
namespace {

constexpr size_t kNeuronsTold = 8;

// One reading and done: the grid and the edit.
class OneStep : public InsideJob {
 public:
  explicit OneStep(InsideAnswer answer) : answer_(std::move(answer)) {}
  Result<bool> Step() override { return false; }
  size_t pieces_done() const override { return 1; }
  size_t pieces_in_all() const override { return 1; }
  int rounds() const override { return 1; }
  InsideAnswer answer() const override { return answer_; }

 private:
  const InsideAnswer answer_;
};

// The mean of a unit's rows of [pieces, width] values.
std::vector<double> MeanOf(std::span<const float> values, const TextUnit& unit, size_t width) {
  std::vector<double> mean(width);
  for (uint32_t piece = unit.first_piece; piece < unit.one_past_pieces; ++piece) {
    for (size_t i = 0; i < width; ++i) mean[i] += values[piece * width + i] / unit.piece_count();
  }
  return mean;
}

// Groups: both texts are read (with the gradient of their closeness at the layer), then factorised
// together, a sweep a step, then the chance starts, one a step.
class GroupView : public InsideJob {
 public:
  GroupView(const Insight& insight, std::vector<UnitText> texts,
            const InsideGroupQuestion& question)
      : insight_(insight), texts_(std::move(texts)), question_(question) {}

  Result<bool> Step() override {
    ++done_;
    if (!nmf_) {
      TRY_VOID(ReadTexts());
      return true;
    }
    if (is_sweeping_) {
      is_sweeping_ = nmf_->Step();
      if (!is_sweeping_ && question_.stability_seeds > 0) {
        stability_.emplace(values_, values_.size() / kInnerWidth, size_t{kInnerWidth}, options_,
                           nmf_->h(), question_.stability_seeds);
      }
      return is_sweeping_ || stability_.has_value();
    }
    is_whole_ = !stability_->Step();
    return !is_whole_;
  }
  size_t pieces_done() const override { return done_; }
  size_t pieces_in_all() const override {
    const size_t sweeps =
        is_sweeping_ ? std::max<size_t>(done_, kMostSweeps) : static_cast<size_t>(nmf_->sweeps());
    return 1 + sweeps + question_.stability_seeds;
  }
  int rounds() const override { return is_sweeping_ ? 0 : is_whole_ ? 2 : 1; }

  InsideAnswer answer() const override {
    InsideGroupAnswer answer;
    const size_t groups = options_.groups;
    const std::vector<double>&w = nmf_->w(), &h = nmf_->h();
    answer.a = UnitsTold(texts_[0]);
    if (texts_.size() > 1) answer.b = UnitsTold(texts_[1]);
    size_t first_row = 0;
    for (const UnitText& text : texts_) {
      for (const TextUnit& unit : text.units) {
        for (size_t group = 0; group < groups; ++group) {
          double sum = 0;
          for (uint32_t piece = unit.first_piece; piece < unit.one_past_pieces; ++piece) {
            sum += w[(first_row + piece) * groups + group];
          }
          answer.strengths.push_back(static_cast<float>(sum / unit.piece_count()));
        }
      }
      first_row += text.ids.size();
    }
    for (size_t group = 0; group < groups; ++group) {
      answer.neurons.push_back(StrongestOf(std::span(h).subspan(group * kInnerWidth, kInnerWidth)));
      if (gradients_.empty()) continue;
      // What the group's share of the activations does along the gradient of the closeness.
      double effect = 0;
      for (size_t row = 0; row * groups < w.size(); ++row) {
        double along = 0;
        for (size_t c = 0; c < kInnerWidth; ++c) {
          along += h[group * kInnerWidth + c] * gradients_[row * kInnerWidth + c];
        }
        effect += w[row * groups + group] * along;
      }
      answer.effects.push_back(static_cast<float>(effect));
    }
    if (stability_) answer.stability = Floats(stability_->shares());
    answer.relative_error = static_cast<float>(nmf_->RelativeError());
    answer.cut_off = static_cast<float>(cut_off_);
    answer.cosine = static_cast<float>(cosine_);
    return answer;
  }

 private:
  static constexpr int kMostSweeps = 300;

  Result<void> ReadTexts() {
    std::vector<Recording> readings;
    for (const UnitText& text : texts_) {
      readings.emplace_back(insight_.weights);
      TRY_VOID(readings.back().Read(text.ids));
      const std::vector<float>& inner = readings.back().layer(question_.layer).inner;
      values_.insert(values_.end(), inner.begin(), inner.end());
    }
    cut_off_ = ShareBelowZero(values_);
    for (float& x : values_) x = std::max(x, 0.f);
    if (readings.size() == 2) {
      cosine_ = DotOf(readings[0].pooled().unit, readings[1].pooled().unit);
      for (int side = 0; side < 2; ++side) {
        const Recording& reading = readings[side];
        const InnerGradientTap keep = [&](int layer, std::span<const float> gradient) {
          if (layer != question_.layer) return;
          gradients_.insert(gradients_.end(), gradient.begin(), gradient.end());
        };
        (void)reading.ReverseMode(
            ClosenessReverseMode(reading.pooled(), readings[1 - side].pooled().unit,
                                 reading.tokens()),
            question_.layer, keep);
      }
    }
    const size_t rows = values_.size() / kInnerWidth;
    options_.groups = std::min<size_t>(question_.groups, rows);
    options_.most_sweeps = kMostSweeps;
    options_.settled = 1e-5;
    nmf_.emplace(values_, rows, size_t{kInnerWidth}, options_);
    return {};
  }

  static std::vector<InsideGroupAnswer::Neuron> StrongestOf(std::span<const double> weights) {
    std::vector<uint16_t> order(weights.size());
    std::iota(order.begin(), order.end(), uint16_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](uint16_t i) { return weights[i]; });
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<InsideGroupAnswer::Neuron> strongest;
    for (size_t i = 0; i < kNeuronsTold && weights[order[i]] > 0; ++i) {
      strongest.push_back({order[i], static_cast<float>(weights[order[i]] / all)});
    }
    return strongest;
  }

  const Insight insight_;
  const std::vector<UnitText> texts_;
  const InsideGroupQuestion question_;
  NmfOptions options_;
  std::vector<float> values_, gradients_;  // [rows of a and b, kInnerWidth]
  double cut_off_ = 0, cosine_ = 0;
  std::optional<Nmf> nmf_;
  std::optional<NmfStability> stability_;
  bool is_sweeping_ = true, is_whole_ = false;
  size_t done_ = 0;
};

}  // namespace

Result<std::unique_ptr<InsideJob>> MakeGridJob(const Insight& insight, const WordPiece& pieces,
                                               const InsideGridQuestion& question) {
  TRY(const UnitText text, UnitsOf(pieces, question.text, question.reading.by_piece, "The text"));
  Recording recording(insight.weights);
  TRY_VOID(recording.Read(text.ids));
  InsideGridAnswer answer{UnitsTold(text), {}, {}};
  for (int depth = 0; depth <= kLayerCount; ++depth) {
    for (const TextUnit& unit : text.units) {
      const std::vector<double> mean = MeanOf(recording.hidden(depth), unit, kWidth);
      const double norm = std::sqrt(DotOf(mean, mean));
      answer.norms.push_back(static_cast<float>(norm));
      answer.closeness.push_back(
          static_cast<float>(norm > 0 ? DotOf(mean, recording.pooled().unit) / norm : 0));
    }
  }
  return std::make_unique<OneStep>(std::move(answer));
}

Result<std::unique_ptr<InsideJob>> MakeGroupJob(const Insight& insight, const WordPiece& pieces,
                                                const InsideGroupQuestion& question) {
  std::vector<UnitText> texts(1);
  const bool by_piece = question.reading.by_piece;
  TRY(texts[0], UnitsOf(pieces, question.a, by_piece, "The first text"));
  if (!question.b.empty()) {
    TRY(UnitText b, UnitsOf(pieces, question.b, by_piece, "The second text"));
    texts.push_back(std::move(b));
  }
  return std::make_unique<GroupView>(insight, std::move(texts), question);
}

Result<std::unique_ptr<InsideJob>> MakeEditJob(const Insight& insight, const WordPiece& pieces,
                                               const InsideEditQuestion& question) {
  TRY(const UnitText before, UnitsOf(pieces, question.before, false, "The text"));
  TRY(const UnitText after, UnitsOf(pieces, question.after, false, "The edited text"));
  TRY(const UnitText target, UnitsOf(pieces, question.target, false, "The target"));
  TRY(const std::vector<double> a, ReadUnit(insight.encoder, before.ids));
  TRY(const std::vector<double> b, ReadUnit(insight.encoder, after.ids));
  TRY(const std::vector<double> t, ReadUnit(insight.encoder, target.ids));
  return std::make_unique<OneStep>(InsideEditAnswer{
      static_cast<float>(DotOf(a, t)), static_cast<float>(DotOf(b, t)), Floats(a), Floats(b)});
}

}  // namespace meander
