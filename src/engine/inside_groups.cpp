// See inside_jobs.h: groups of feed-forward neurons in one or two texts, at one layer or at two,
// and what flows from the earlier ones through the later ones to the closeness.
#include <algorithm>
#include <numeric>
#include <optional>

#include "engine/inside_jobs.h"
#include "net/derivative/recording.h"
#include "space/nmf.h"

namespace meander {
namespace {

constexpr size_t kNeuronsTold = 8;
constexpr int kMostSweeps = 300;

// One layer's activations of all texts, factorised together; a sweep or a chance start a step.
class LayerGroups {
 public:
  // `gradients`: of the closeness at the activations; empty without a second text.
  LayerGroups(std::vector<float> activations, std::vector<float> gradients, size_t groups)
      : activations_(std::move(activations)), gradients_(std::move(gradients)) {
    cut_off_ = ShareBelowZero(activations_);
    positive_ = activations_;
    for (float& x : positive_) x = std::max(x, 0.f);
    options_.groups = std::min(groups, rows());
    options_.most_sweeps = kMostSweeps;
    options_.settled = 1e-5;
    nmf_.emplace(positive_, rows(), size_t{kInnerWidth}, options_);
  }

  // True while there is more; settled groups are left as they are.
  bool Sweep() {
    is_settled_ = is_settled_ || !nmf_->Step();
    return !is_settled_;
  }
  int sweeps() const { return nmf_->sweeps(); }
  void BeginStability(int seeds) {
    stability_.emplace(positive_, rows(), size_t{kInnerWidth}, options_, nmf_->h(), seeds);
  }
  // True while a seed of either kind is to come; what is done is not done again.
  bool StepStability() {
    if (is_shaken_) return false;
    is_shaken_ = !stability_->Step();
    return !is_shaken_;
  }

  size_t groups() const { return options_.groups; }
  size_t rows() const { return activations_.size() / kInnerWidth; }
  const std::vector<float>& activations() const { return activations_; }
  const std::vector<float>& gradients() const { return gradients_; }
  float relative_error() const { return static_cast<float>(nmf_->RelativeError()); }
  float cut_off() const { return static_cast<float>(cut_off_); }
  std::vector<float> stability() const {
    return stability_ ? Floats(stability_->shares()) : std::vector<float>();
  }

  // What the factors put at one row and channel for a group.
  double Part(size_t row, size_t group, size_t channel) const {
    return nmf_->w()[row * groups() + group] * nmf_->h()[group * kInnerWidth + channel];
  }
  // The same as a share of all groups' parts; 0 where there is none.
  double Share(size_t row, size_t group, size_t channel) const {
    double all = 0;
    for (size_t other = 0; other < groups(); ++other) all += Part(row, other, channel);
    return all > 0 ? Part(row, group, channel) / all : 0;
  }
  // Σ part · gradient over `count` rows from `first` on.
  double Along(size_t group, std::span<const float> gradient, size_t first, size_t count) const {
    double sum = 0;
    for (size_t row = 0; row < count; ++row) {
      for (size_t c = 0; c < kInnerWidth; ++c) {
        sum += Part(first + row, group, c) * gradient[row * kInnerWidth + c];
      }
    }
    return sum;
  }

  std::vector<float> Strengths(const std::vector<UnitText>& texts) const {
    std::vector<float> strengths;
    size_t first_row = 0;
    for (const UnitText& text : texts) {
      for (const TextUnit& unit : text.units) {
        for (size_t group = 0; group < groups(); ++group) {
          double sum = 0;
          for (uint32_t piece = unit.first_piece; piece < unit.one_past_pieces; ++piece) {
            sum += nmf_->w()[(first_row + piece) * groups() + group];
          }
          strengths.push_back(static_cast<float>(sum / unit.piece_count()));
        }
      }
      first_row += text.ids.size();
    }
    return strengths;
  }
  // What each group's part of the activations does along the gradient of the closeness.
  std::vector<float> Effects() const {
    std::vector<float> effects;
    for (size_t group = 0; group < groups() && !gradients_.empty(); ++group) {
      effects.push_back(static_cast<float>(Along(group, gradients_, 0, rows())));
    }
    return effects;
  }
  std::vector<std::vector<InsideGroupAnswer::Neuron>> Neurons() const {
    std::vector<std::vector<InsideGroupAnswer::Neuron>> neurons;
    for (size_t group = 0; group < groups(); ++group) {
      neurons.push_back(
          StrongestOf(std::span(nmf_->h()).subspan(group * kInnerWidth, kInnerWidth)));
    }
    return neurons;
  }

 private:
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

  std::vector<float> activations_, gradients_, positive_;  // [rows of all texts, kInnerWidth]
  double cut_off_ = 0;
  NmfOptions options_;
  std::optional<Nmf> nmf_;
  std::optional<NmfStability> stability_;
  bool is_settled_ = false, is_shaken_ = false;
};

// Reading first; then sweeps, layer by layer; then, with two texts, what flows and what happens
// without a group, one group a step; then the chance starts.
class GroupView : public InsideJob {
 public:
  GroupView(const Insight& insight, std::vector<UnitText> texts,
            const InsideGroupQuestion& question)
      : insight_(insight), texts_(std::move(texts)), question_(question) {
    if (texts_.size() == 2 && question.layer_from < kLayerCount) layer_from_ = question.layer_from;
  }

  Result<bool> Step() override {
    ++done_;
    switch (stage_) {
      case Stage::kReading:
        TRY_VOID(ReadTexts());
        stage_ = Stage::kSweeping;
        return true;
      case Stage::kSweeping:
        if (later_->Sweep()) return true;
        if (earlier_ && earlier_->Sweep()) return true;
        ++rounds_;
        stage_ = texts_.size() == 2 ? Stage::kFlowing : Stage::kShaking;
        return stage_ == Stage::kFlowing || BeginStability();
      case Stage::kFlowing:
        if (OneGroup()) return true;
        ++rounds_;
        stage_ = Stage::kShaking;
        return BeginStability();
      case Stage::kShaking:
        return later_->StepStability() || (earlier_ && earlier_->StepStability());
    }
    return false;
  }
  size_t pieces_done() const override { return done_; }
  size_t pieces_in_all() const override {
    const size_t layers = layer_from_ ? 2 : 1;
    const size_t groups = question_.groups + (layer_from_ ? question_.groups_from : 0);
    const size_t flow = texts_.size() == 2 ? groups : 0;
    size_t sweeps = layers * kMostSweeps;
    if (stage_ > Stage::kSweeping) {
      sweeps = static_cast<size_t>(later_->sweeps() + (earlier_ ? earlier_->sweeps() : 0));
    }
    return std::max(done_, 1 + sweeps + flow + layers * question_.stability_seeds);
  }
  int rounds() const override { return rounds_; }

  InsideAnswer answer() const override {
    InsideGroupAnswer answer;
    answer.a = UnitsTold(texts_[0]);
    if (texts_.size() > 1) answer.b = UnitsTold(texts_[1]);
    answer.strengths = later_->Strengths(texts_);
    answer.effects = later_->Effects();
    answer.neurons = later_->Neurons();
    answer.stability = later_->stability();
    answer.relative_error = later_->relative_error();
    answer.cut_off = later_->cut_off();
    answer.cosine = static_cast<float>(cosine_);
    const bool has_flow = rounds_ > 1 && texts_.size() == 2;
    if (has_flow) answer.without = without_;
    if (!earlier_) return answer;
    answer.from_strengths = earlier_->Strengths(texts_);
    answer.from_effects = earlier_->Effects();
    answer.from_neurons = earlier_->Neurons();
    answer.from_stability = earlier_->stability();
    answer.from_relative_error = earlier_->relative_error();
    answer.from_cut_off = earlier_->cut_off();
    if (has_flow) {
      answer.from_without = from_without_;
      answer.flow = Floats(flow_);
    }
    return answer;
  }

 private:
  enum class Stage { kReading, kSweeping, kFlowing, kShaking };

  Result<void> ReadTexts() {
    for (const UnitText& text : texts_) {
      readings_.emplace_back(insight_.weights);
      TRY_VOID(readings_.back().Read(text.ids));
    }
    if (texts_.size() == 2) {
      cosine_ = DotOf(readings_[0].pooled().unit, readings_[1].pooled().unit);
    }
    later_.emplace(Activations(question_.layer), Gradients(question_.layer),
                   size_t{question_.groups});
    if (layer_from_) {
      earlier_.emplace(Activations(*layer_from_), Gradients(*layer_from_),
                       size_t{question_.groups_from});
      flow_.resize(earlier_->groups() * later_->groups());
    }
    return {};
  }
  std::vector<float> Activations(int layer) const {
    std::vector<float> all;
    for (const Recording& reading : readings_) {
      const std::vector<float>& inner = reading.layer(layer).inner;
      all.insert(all.end(), inner.begin(), inner.end());
    }
    return all;
  }
  std::vector<float> Gradients(int layer) const {
    std::vector<float> all;
    for (size_t side = 0; side < 2 && readings_.size() == 2; ++side) {
      const Recording& reading = readings_[side];
      const InnerGradientTap keep = [&](int index, std::span<const float> gradient) {
        if (index == layer) all.insert(all.end(), gradient.begin(), gradient.end());
      };
      (void)reading.ReverseMode(
          ClosenessReverseMode(reading.pooled(), readings_[1 - side].pooled().unit,
                               reading.tokens()),
          layer, keep);
    }
    return all;
  }

  // The next group's flow and absence; false when there was none left.
  bool OneGroup() {
    if (without_.size() < later_->groups()) {
      const size_t group = without_.size();
      if (earlier_) FlowInto(group);
      without_.push_back(Without(*later_, question_.layer, group));
    } else if (earlier_ && from_without_.size() < earlier_->groups()) {
      from_without_.push_back(Without(*earlier_, *layer_from_, from_without_.size()));
    }
    return without_.size() < later_->groups() ||
           (earlier_ && from_without_.size() < earlier_->groups());
  }
  // The gradient of what passes through `group`'s share of the later activations, taken back to the
  // earlier ones.
  void FlowInto(size_t group) {
    size_t first = 0;
    for (const Recording& reading : readings_) {
      const auto rows = static_cast<size_t>(reading.tokens());
      std::vector<float> through(rows * kInnerWidth);
      for (size_t i = 0; i < through.size(); ++i) {
        const size_t row = first + i / kInnerWidth;
        through[i] = static_cast<float>(later_->gradients()[first * kInnerWidth + i] *
                                        later_->Share(row, group, i % kInnerWidth));
      }
      const InnerGradientTap tell = [&](int index, std::span<const float> gradient) {
        if (index != *layer_from_) return;
        for (size_t from = 0; from < earlier_->groups(); ++from) {
          flow_[from * later_->groups() + group] += earlier_->Along(from, gradient, first, rows);
        }
      };
      (void)reading.ReverseModeBetween(
          reading.ReverseModeFromInner(question_.layer, std::move(through)), question_.layer,
          *layer_from_, tell);
      first += rows;
    }
  }
  // The closeness when a group's share of what is above zero is taken out of both texts.
  float Without(const LayerGroups& groups, int layer, size_t group) const {
    std::vector<Pooled> without;
    size_t first = 0;
    for (const Recording& reading : readings_) {
      std::vector<float> inner = reading.layer(layer).inner;
      for (size_t i = 0; i < inner.size(); ++i) {
        if (inner[i] <= 0) continue;
        const size_t row = first + i / kInnerWidth;
        inner[i] *= static_cast<float>(1 - groups.Share(row, group, i % kInnerWidth));
      }
      Recording rest(insight_.weights);
      rest.ReadFrom(layer + 1, reading.AfterInner(layer, inner));
      without.push_back(rest.pooled());
      first += static_cast<size_t>(reading.tokens());
    }
    return static_cast<float>(DotOf(without[0].unit, without[1].unit));
  }
  bool BeginStability() {
    if (question_.stability_seeds == 0) return false;
    later_->BeginStability(question_.stability_seeds);
    if (earlier_) earlier_->BeginStability(question_.stability_seeds);
    return true;
  }

  const Insight insight_;
  const std::vector<UnitText> texts_;
  const InsideGroupQuestion question_;
  std::optional<int> layer_from_;
  std::vector<Recording> readings_;
  std::optional<LayerGroups> later_, earlier_;
  std::vector<double> flow_;  // [earlier groups, later groups]
  std::vector<float> without_, from_without_;
  double cosine_ = 0;
  Stage stage_ = Stage::kReading;
  int rounds_ = 0;
  size_t done_ = 0;
};

}  // namespace

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

}  // namespace meander
