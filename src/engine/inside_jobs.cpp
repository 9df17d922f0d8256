// See inside_jobs.h: pairs and words.
#include "engine/inside_jobs.h"

#include "base/rng.h"
#include "net/attribution/deletion.h"
#include "net/attribution/pair_matrix.h"
#include "net/attribution/word_weights.h"
#include "net/derivative/pooling.h"

namespace meander {
namespace {

class PairView : public InsideJob {
 public:
  explicit PairView(PairJob job) : job_(std::move(job)) {}
  Result<bool> Step() override { return job_.Step(); }
  size_t pieces_done() const override { return job_.pieces_done(); }
  size_t pieces_in_all() const override { return job_.pieces_in_all(); }
  int rounds() const override { return job_.rounds(); }
  InsideAnswer answer() const override {
    const PairMatrix matrix = job_.matrix();
    return InsidePairAnswer{UnitsTold(job_.text(0)),
                            UnitsTold(job_.text(1)),
                            Floats(matrix.values),
                            static_cast<float>(matrix.cosine),
                            static_cast<float>(matrix.sum),
                            static_cast<float>(matrix.gap),
                            static_cast<uint16_t>(matrix.steps_a),
                            static_cast<uint16_t>(matrix.steps_b)};
  }

 private:
  PairJob job_;
};

Result<std::unique_ptr<InsideJob>> MakePairView(const Insight& insight, const WordPiece& pieces,
                                                const InsidePairQuestion& question) {
  const bool by_piece = question.reading.by_piece;
  TRY(UnitText a, UnitsOf(pieces, question.a, by_piece, "The first text"));
  TRY(UnitText b, UnitsOf(pieces, question.b, by_piece, "The second text"));
  VectorOptions options;
  options.method = static_cast<PairMethod>(question.method);
  options.depth =
      question.layer == InsidePairQuestion::kFromText ? VectorOptions::kFromText : question.layer;
  options.steps = question.steps;
  options.orders = question.orders;
  options.hide = question.reading.mask ? Hide::kMask : Hide::kLeaveOut;
  options.seed = question.reading.seed;
  TRY(PairJob job, PairJob::Make(insight, std::move(a), std::move(b), options));
  return std::make_unique<PairView>(std::move(job));
}

// The weights first, told at once; then three curves: heaviest first, lightest first, by chance.
class WordView : public InsideJob {
 public:
  WordView(const Insight& insight, UnitText text, std::vector<double> target,
           const WeightOptions& options, bool with_curve)
      : insight_(insight),
        text_(std::move(text)),
        target_(std::move(target)),
        seed_(options.seed),
        with_curve_(with_curve),
        weights_(MakeWeightJob(insight_, text_, target_, options)) {}

  Result<bool> Step() override {
    if (!has_weights_) {
      TRY(const bool more, weights_->Step());
      has_weights_ = !more;
      if (has_weights_ && with_curve_) BeginCurves();
      return more || !curves_.empty();
    }
    TRY(const bool more, curves_[at_].Step());
    if (!more) ++at_;
    ++curve_pieces_;
    return at_ < curves_.size();
  }
  size_t pieces_done() const override { return weights_->pieces_done() + curve_pieces_; }
  size_t pieces_in_all() const override {
    return weights_->pieces_in_all() + (with_curve_ ? 3 * (text_.word_count() + 1) : 0);
  }
  int rounds() const override {
    return (has_weights_ ? 1 : 0) + (!curves_.empty() && at_ == curves_.size() ? 1 : 0);
  }
  InsideAnswer answer() const override {
    const WordWeights& found = weights_->result();
    InsideWordAnswer answer{UnitsTold(text_),
                            Floats(found.weights),
                            static_cast<float>(found.value),
                            static_cast<float>(found.sum),
                            static_cast<float>(found.base),
                            static_cast<float>(found.gap),
                            static_cast<float>(found.r2),
                            {},
                            {},
                            {}};
    if (rounds() == 2) {
      answer.curve = Floats(curves_[0].values());
      answer.reversed = Floats(curves_[1].values());
      answer.chance = Floats(curves_[2].values());
    }
    return answer;
  }

 private:
  void BeginCurves() {
    const std::vector<size_t> order = WordsByWeight(text_, weights_->result().weights);
    std::vector<size_t> chance = order;
    Rng rng(seed_);
    for (size_t i = chance.size() - 1; i > 0; --i) {
      std::swap(chance[i], chance[rng.Below(static_cast<uint32_t>(i + 1))]);
    }
    curves_.emplace_back(insight_, text_, order, target_);
    curves_.emplace_back(insight_, text_, std::vector<size_t>(order.rbegin(), order.rend()),
                         target_);
    curves_.emplace_back(insight_, text_, std::move(chance), target_);
  }

  const Insight insight_;
  const UnitText text_;
  const std::vector<double> target_;
  const uint64_t seed_;
  const bool with_curve_;
  std::unique_ptr<WeightJob> weights_;
  bool has_weights_ = false;
  std::vector<DeletionCurve> curves_;
  size_t at_ = 0, curve_pieces_ = 0;
};

Result<std::unique_ptr<InsideJob>> MakeWordView(const Insight& insight, const WordPiece& pieces,
                                                const InsideWordQuestion& question) {
  TRY(UnitText text, UnitsOf(pieces, question.text, question.reading.by_piece, "The text"));
  TRY(const UnitText a, UnitsOf(pieces, question.target, false, "The target"));
  TRY(std::vector<double> target, ReadUnit(insight.encoder, a.ids));
  if (!question.versus.empty()) {
    TRY(const UnitText b, UnitsOf(pieces, question.versus, false, "The other target"));
    TRY(const std::vector<double> other, ReadUnit(insight.encoder, b.ids));
    for (size_t i = 0; i < target.size(); ++i) target[i] -= other[i];
  }
  WeightOptions options;
  options.method = static_cast<WordMethod>(question.method);
  options.hide = question.reading.mask ? Hide::kMask : Hide::kLeaveOut;
  options.seed = question.reading.seed;
  options.samples = question.samples;
  options.steps = question.steps;
  options.orders = question.orders;
  return std::make_unique<WordView>(insight, std::move(text), std::move(target), options,
                                    question.with_curve);
}

}  // namespace

std::vector<InsideUnit> UnitsTold(const UnitText& text) {
  std::vector<InsideUnit> told;
  for (const TextUnit& unit : text.units) {
    told.push_back({unit.begin, unit.end, static_cast<uint8_t>(unit.piece_count()), unit.is_mark});
  }
  return told;
}

std::vector<float> Floats(const std::vector<double>& values) {
  return {values.begin(), values.end()};
}

Result<std::unique_ptr<InsideJob>> MakeInsideJob(const Insight& insight, const WordPiece& pieces,
                                                 const InsideQuestion& question) {
  if (const auto* pair = std::get_if<InsidePairQuestion>(&question)) {
    return MakePairView(insight, pieces, *pair);
  }
  if (const auto* words = std::get_if<InsideWordQuestion>(&question)) {
    return MakeWordView(insight, pieces, *words);
  }
  if (const auto* grid = std::get_if<InsideGridQuestion>(&question)) {
    return MakeGridJob(insight, pieces, *grid);
  }
  if (const auto* groups = std::get_if<InsideGroupQuestion>(&question)) {
    return MakeGroupJob(insight, pieces, *groups);
  }
  return MakeEditJob(insight, pieces, std::get<InsideEditQuestion>(question));
}

}  // namespace meander
