// What each unit of a text Q does for its closeness to a target: f(Q) = e_Q · t, with t the unit
// vector of a text A, or that of A less that of B ("why A rather than B").
//
//   occlusion, shapley   v_i · t of word_vectors.h
//   lime      the words' weights in a ridge regression of f on which words are there, near texts
//             counting more (Ribeiro et al. 2016: cosine distance, exponential kernel)
//   gradient  ∂f/∂h_i · h_i at the embeddings ("gradient × input", Shrikumar et al. 2017)
//   ig        integrated gradients (Sundararajan et al. 2017) from a text of [MASK]s
//   rollout   attention rollout (Abnar and Zuidema 2020): where information may have flowed,
//   whatever
//             the target: routing, not reason
#pragma once

#include <memory>
#include <vector>

#include "net/attribution/word_vectors.h"

namespace meander {

enum class WordMethod : uint8_t { kOcclusion, kLime, kShapley, kGradient, kIntegrated, kRollout };

struct WeightOptions {
  WordMethod method = WordMethod::kOcclusion;
  Hide hide = Hide::kLeaveOut;
  uint64_t seed = 1;
  int samples = 256;  // lime
  int steps = 16;     // ig
  int orders = 20;    // shapley beyond kMostWordsExact
};

struct WordWeights {
  std::vector<double> weights;  // one a unit
  double value = 0;             // f(Q)
  double sum = 0;               // of the weights
  double base = 0;              // f of what the method compares with (nothing, [MASK]s); else 0
  double gap = 0;               // value - base - sum; without meaning (0) for rollout
  double r2 = 0;                // lime
  // lime: what was asked, for whoever wants to fit it again. masks: [samples, words], 1: there.
  std::vector<uint8_t> masks;
  std::vector<double> values, kernel;
  double alpha = 1;
};

class WeightJob {
 public:
  virtual ~WeightJob() = default;
  virtual Result<bool> Step() = 0;  // one piece; true while there is more
  virtual size_t pieces_done() const = 0;
  virtual size_t pieces_in_all() const = 0;
  const WordWeights& result() const { return result_; }  // when Step() has said false

 protected:
  WordWeights result_;
};

// All must outlive it. `target`: kWidth numbers.
std::unique_ptr<WeightJob> MakeWeightJob(const Insight& insight, const UnitText& text,
                                         std::vector<double> target, const WeightOptions& options);
std::unique_ptr<WeightJob> MakeLimeJob(const Insight& insight, const UnitText& text,
                                       std::vector<double> target, const WeightOptions& options);
std::unique_ptr<WeightJob> MakeGradientJob(const Insight& insight, const UnitText& text,
                                           std::vector<double> target,
                                           const WeightOptions& options);
std::unique_ptr<WeightJob> MakeRolloutJob(const Insight& insight, const UnitText& text,
                                          std::vector<double> target);

}  // namespace meander
