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

class EditView : public OneStep {
 public:
  // `is_ghost`: nothing that a ghost says of a text lies anywhere.
  EditView(InsideEditAnswer answer, std::vector<float> target, bool is_ghost)
      : OneStep(std::move(answer)), target_(std::move(target)), is_ghost_(is_ghost) {}
  bool wants_places() const override { return !is_ghost_; }
  void PutPlaces(const KnownIdeas& known, InsideAnswer& answer) const override {
    auto& edit = std::get<InsideEditAnswer>(answer);
    edit.before_place = known.PlaceOf(edit.before_vector);
    edit.after_place = known.PlaceOf(edit.after_vector);
    edit.target_place = known.PlaceOf(target_);
  }

 private:
  const std::vector<float> target_;
  const bool is_ghost_;
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
  InsideEditAnswer answer;
  answer.before = static_cast<float>(DotOf(a, t));
  answer.after = static_cast<float>(DotOf(b, t));
  answer.before_vector = Floats(a);
  answer.after_vector = Floats(b);
  return std::make_unique<EditView>(std::move(answer), Floats(t), question.reading.ghost);
}

}  // namespace meander
