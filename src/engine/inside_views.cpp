// See inside_jobs.h: the grid, what a cell was made from and feeds, and what an edit does.
#include <algorithm>
#include <cmath>

#include "engine/inside_jobs.h"
#include "net/attribution/influence.h"
#include "net/derivative/recording.h"

namespace meander {
namespace {

class GridView : public OneStep {
 public:
  GridView(InsideGridAnswer answer, std::vector<std::vector<double>> cells)
      : OneStep(std::move(answer)), cells_(std::move(cells)) {}
  bool wants_contexts() const override { return true; }
  void PutContexts(const KnownContexts& known, InsideAnswer& answer) const override {
    auto& grid = std::get<InsideGridAnswer>(answer);
    const size_t units = grid.units.size();
    for (size_t cell = 0; cell < cells_.size(); ++cell) {
      const bool is_mark = grid.units[cell % units].is_mark;
      grid.labels.push_back(is_mark ? InsideContext()
                                    : known.Nearest(static_cast<int>(cell / units), cells_[cell]));
    }
  }

 private:
  const std::vector<std::vector<double>> cells_;  // [7, units]
};

}  // namespace

Result<std::unique_ptr<InsideJob>> MakeGridJob(const Insight& insight, const WordPiece& pieces,
                                               const InsideGridQuestion& question) {
  TRY(const UnitText text, UnitsOf(pieces, question.text, question.reading.by_piece, "The text"));
  Recording recording(insight.weights);
  TRY_VOID(recording.Read(text.ids));
  InsideGridAnswer answer;
  answer.units = UnitsTold(text);
  std::vector<std::vector<double>> cells;
  for (int depth = 0; depth <= kLayerCount; ++depth) {
    for (const TextUnit& unit : text.units) {
      cells.push_back(MeanOfUnit(recording.hidden(depth), unit));
      const double norm = std::sqrt(DotOf(cells.back(), cells.back()));
      answer.norms.push_back(static_cast<float>(norm));
      answer.closeness.push_back(
          static_cast<float>(norm > 0 ? DotOf(cells.back(), recording.pooled().unit) / norm : 0));
    }
  }
  return std::make_unique<GridView>(std::move(answer), std::move(cells));
}

Result<std::unique_ptr<InsideJob>> MakeInfluenceJob(const Insight& insight, const WordPiece& pieces,
                                                    const InsideInfluenceQuestion& question) {
  constexpr size_t kMostStrands = 400;
  constexpr double kLeastShare = .004;
  TRY(const UnitText text, UnitsOf(pieces, question.text, question.reading.by_piece, "The text"));
  if (question.unit >= text.units.size()) {
    return Fail(ErrorCode::kInvalidInput, "The text has no such word.");
  }
  Recording recording(insight.weights);
  TRY_VOID(recording.Read(text.ids));
  Influence found = InfluenceOf(insight.weights, recording, text, question.layer, question.unit);
  std::ranges::stable_sort(found.strands, std::ranges::greater{},
                           [](const Strand& strand) { return std::fabs(strand.share); });
  InsideInfluenceAnswer answer;
  answer.units = UnitsTold(text);
  answer.shares = Floats(found.shares);
  answer.rest = Floats(found.rest);
  for (const Strand& strand : found.strands) {
    if (answer.strands.size() == kMostStrands || std::fabs(strand.share) < kLeastShare) break;
    answer.strands.push_back({static_cast<uint8_t>(strand.layer), static_cast<uint8_t>(strand.from),
                              static_cast<uint8_t>(strand.to), static_cast<float>(strand.share)});
  }
  answer.strands_left_out = static_cast<uint32_t>(found.strands.size() - answer.strands.size());
  return std::make_unique<OneStep>(std::move(answer));
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
