// See pair_matrix.h.
#include "net/attribution/pair_matrix.h"

#include <algorithm>

#include "net/derivative/pooling.h"

namespace meander {

Result<PairJob> PairJob::Make(const Insight& insight, UnitText a, UnitText b,
                              const VectorOptions& options) {
  PairJob job;
  job.texts_[0] = std::make_unique<UnitText>(std::move(a));
  job.texts_[1] = std::make_unique<UnitText>(std::move(b));
  for (int side = 0; side < 2; ++side) {
    TRY(job.sides_[side], MakeWordVectors(insight, *job.texts_[side], options));
  }
  return job;
}

Result<bool> PairJob::Step() {
  // The side that is behind goes on, so that a round is whole on both as early as can be.
  const bool second = !has_more_[0] || (has_more_[1] && sides_[1]->rounds() < sides_[0]->rounds());
  const int side = second ? 1 : 0;
  if (!has_more_[side]) return false;
  const int before = sides_[side]->rounds();
  TRY(has_more_[side], sides_[side]->Step());
  const bool is_better = sides_[side]->rounds() > before;
  if (is_better && sides_[1 - side]->rounds() > 0) ++rounds_;
  return has_more_[0] || has_more_[1];
}

size_t PairJob::pieces_done() const { return sides_[0]->pieces_done() + sides_[1]->pieces_done(); }
size_t PairJob::pieces_in_all() const {
  return sides_[0]->pieces_in_all() + sides_[1]->pieces_in_all();
}

PairMatrix PairJob::matrix() const {
  const auto& a = sides_[0]->vectors();
  const auto& b = sides_[1]->vectors();
  PairMatrix matrix{{},
                    a.size(),
                    b.size(),
                    DotOf(sides_[0]->whole(), sides_[1]->whole()),
                    0,
                    0,
                    sides_[0]->steps_used(),
                    sides_[1]->steps_used()};
  matrix.values.reserve(a.size() * b.size());
  for (const std::vector<double>& row : a) {
    for (const std::vector<double>& column : b) {
      matrix.values.push_back(DotOf(row, column));
      matrix.sum += matrix.values.back();
    }
  }
  matrix.gap = matrix.cosine - matrix.sum;
  return matrix;
}

}  // namespace meander
