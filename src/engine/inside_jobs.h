// The answers of inside_messages.h, each worked out piece by piece over net/attribution and
// space/nmf.
#pragma once

#include <memory>

#include "engine/inside_messages.h"
#include "engine/known_contexts.h"
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
  // Whether the answer says more when the pack's contexts are here; they are put in at the end.
  virtual bool wants_contexts() const { return false; }
  virtual void PutContexts(const KnownContexts&, InsideAnswer&) const {}
  // The same of the map of ideas that the pack may carry along.
  virtual bool wants_places() const { return false; }
  virtual void PutPlaces(const KnownIdeas&, InsideAnswer&) const {}
};

// `insight` and `pieces` must outlive it. kInvalidInput with a sentence for texts that cannot be
// read.
Result<std::unique_ptr<InsideJob>> MakeInsideJob(const Insight& insight, const WordPiece& pieces,
                                                 const InsideQuestion& question);

// Made by the files of those names.
Result<std::unique_ptr<InsideJob>> MakeGridJob(const Insight& insight, const WordPiece& pieces,
                                               const InsideGridQuestion& question);
Result<std::unique_ptr<InsideJob>> MakeGroupJob(const Insight& insight, const WordPiece& pieces,
                                                const InsideGroupQuestion& question);
Result<std::unique_ptr<InsideJob>> MakeEditJob(const Insight& insight, const WordPiece& pieces,
                                               const InsideEditQuestion& question);

Result<std::unique_ptr<InsideJob>> MakeDictionaryJob(const Insight& insight,
                                                     const WordPiece& pieces,
                                                     const InsideDictionaryQuestion& question);
Result<std::unique_ptr<InsideJob>> MakeNeuronJob(const Insight& insight, const WordPiece& pieces,
                                                 const InsideNeuronQuestion& question);
Result<std::unique_ptr<InsideJob>> MakeInfluenceJob(const Insight& insight, const WordPiece& pieces,
                                                    const InsideInfluenceQuestion& question);

Result<std::unique_ptr<InsideJob>> MakeCheckJob(const Insight& insight, const WordPiece& pieces,
                                                const InsideCheckQuestion& question);

// One reading and done.
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

std::vector<InsideUnit> UnitsTold(const UnitText& text);
std::vector<float> Floats(const std::vector<double>& values);

}  // namespace meander
