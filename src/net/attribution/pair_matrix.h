// Which words of two texts bring them together: the matrix of their contributions (word_vectors.h),
// one side after the other, piece by piece.
#pragma once

#include <memory>
#include <vector>

#include "net/attribution/word_vectors.h"

namespace meander {

struct PairMatrix {
  std::vector<double> values;  // [units of a, units of b]
  size_t rows = 0, columns = 0;
  double cosine = 0;             // of the two texts (at the layer compared, when exact)
  double sum = 0;                // of all values
  double gap = 0;                // cosine - sum: what the matrix does not explain
  int steps_a = 0, steps_b = 0;  // WordVectors::steps_used of the sides
};

class PairJob {
 public:
  static Result<PairJob> Make(const Insight& insight, UnitText a, UnitText b,
                              const VectorOptions& options);

  // One piece; true while there is more. The sides take turns, round by round.
  Result<bool> Step();
  size_t pieces_done() const;
  size_t pieces_in_all() const;
  // Grows whenever matrix() has become better; 0: there is none yet.
  int rounds() const { return rounds_; }
  PairMatrix matrix() const;

  const UnitText& text(int side) const { return *texts_[side]; }

 private:
  PairJob() = default;

  std::unique_ptr<UnitText> texts_[2];  // on the heap: the sides hold on to them
  std::unique_ptr<WordVectors> sides_[2];
  bool has_more_[2] = {true, true};
  int rounds_ = 0;
};

}  // namespace meander
