// See inside_jobs.h: pairs and words.
#include "engine/inside_jobs.h"

#include <optional>

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

// The weights first, told at once; then the curves: heaviest first, lightest first, and random
// orders, of which the first few are told with those two.
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
      return more || with_curve_;
    }
    ++curve_pieces_;
    if (at_ < curves_.size()) {
      TRY(const bool more, curves_[at_].Step());
      if (!more) ++at_;
      return true;
    }
    return chance_->Step();
  }
  size_t pieces_done() const override { return weights_->pieces_done() + curve_pieces_; }
  size_t pieces_in_all() const override {
    if (!with_curve_) return weights_->pieces_in_all();
    const size_t chance =
        chance_ ? chance_->orders_in_all() : ChanceCurves::OrdersFor(text_.word_count());
    return weights_->pieces_in_all() + 2 * (text_.word_count() + 1) + chance;
  }
  int rounds() const override {
    if (!has_weights_) return 0;
    return !chance_ || at_ < curves_.size() || chance_->orders() < kFirstOrders ? 1 : 2;
  }
  InsideAnswer answer() const override {
    const WordWeights& found = weights_->result();
    InsideWordAnswer answer;
    answer.units = UnitsTold(text_);
    answer.weights = Floats(found.weights);
    answer.value = static_cast<float>(found.value);
    answer.sum = static_cast<float>(found.sum);
    answer.base = static_cast<float>(found.base);
    answer.gap = static_cast<float>(found.gap);
    answer.r2 = static_cast<float>(found.r2);
    if (rounds() < 2) return answer;
    answer.curve = Floats(curves_[0].values());
    answer.reversed = Floats(curves_[1].values());
    const ChanceCurves::Band band = chance_->band();
    answer.chance = Floats(band.mean);
    answer.chance_low = Floats(band.low);
    answer.chance_high = Floats(band.high);
    answer.chance_orders = static_cast<uint16_t>(chance_->orders());
    return answer;
  }

 private:
  static constexpr size_t kFirstOrders = 8;

  void BeginCurves() {
    const std::vector<size_t> order = WordsByWeight(text_, weights_->result().weights);
    curves_.emplace_back(insight_, text_, order, target_);
    curves_.emplace_back(insight_, text_, std::vector<size_t>(order.rbegin(), order.rend()),
                         target_);
    chance_.emplace(insight_, text_, target_, ChanceCurves::OrdersFor(text_.word_count()), seed_);
  }

  const Insight insight_;
  const UnitText text_;
  const std::vector<double> target_;
  const uint64_t seed_;
  const bool with_curve_;
  std::unique_ptr<WeightJob> weights_;
  bool has_weights_ = false;
  std::vector<DeletionCurve> curves_;
  std::optional<ChanceCurves> chance_;
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
  if (const auto* cell = std::get_if<InsideDictionaryQuestion>(&question)) {
    return MakeDictionaryJob(insight, pieces, *cell);
  }
  if (const auto* neuron = std::get_if<InsideNeuronQuestion>(&question)) {
    return MakeNeuronJob(insight, pieces, *neuron);
  }
  if (const auto* cell = std::get_if<InsideInfluenceQuestion>(&question)) {
    return MakeInfluenceJob(insight, pieces, *cell);
  }
  if (const auto* check = std::get_if<InsideCheckQuestion>(&question)) {
    return MakeCheckJob(insight, pieces, *check);
  }
  return MakeEditJob(insight, pieces, std::get<InsideEditQuestion>(question));
}

}  // namespace meander
