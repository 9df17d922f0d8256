// The answers of inside_messages.h, each worked out piece by piece over net/attribution and
// space/nmf.
#pragma once

#include <memory>

#include "engine/inside_messages.h"
#include "net/attribution/word_vectors.h"
#include "text/word_piece.h"

namespace meander {

class InsideJob {
 public:
  virtual ~InsideJob() = default;
  // One piece; true while there is more.
  virtual Result<bool> Step() = 0;
  virtual size_t pieces_done() const = 0;
  virtual size_t pieces_in_all() const = 0;
  // Grows whenever answer() has become something to show.
  virtual int rounds() const = 0;
  virtual InsideAnswer answer() const = 0;
};

// `insight` and `pieces` must outlive it. kInvalidInput with a sentence for texts that cannot be
// read.
Result<std::unique_ptr<InsideJob>> MakeInsideJob(const Insight& insight, const WordPiece& pieces,
                                                 const InsideQuestion& question);

// Made by inside_views.cpp: the grid, the groups and the edit.
Result<std::unique_ptr<InsideJob>> MakeGridJob(const Insight& insight, const WordPiece& pieces,
                                               const InsideGridQuestion& question);
Result<std::unique_ptr<InsideJob>> MakeGroupJob(const Insight& insight, const WordPiece& pieces,
                                                const InsideGroupQuestion& question);
Result<std::unique_ptr<InsideJob>> MakeEditJob(const Insight& insight, const WordPiece& pieces,
                                               const InsideEditQuestion& question);

std::vector<InsideUnit> UnitsTold(const UnitText& text);
std::vector<float> Floats(const std::vector<double>& values);

}  // namespace meander
