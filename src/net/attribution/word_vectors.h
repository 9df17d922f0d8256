// The common ground of the methods that explain a closeness word by word: each gives every unit of
// a text a vector, its contribution to the text's unit vector e. The closeness to any target t is
// then shared out as v_i · t, and that of two texts as the matrix v_i · v_j.
//
//   exact       v_i = Σ_pieces h / (tokens · |m|): mean pooling is linear, so the v_i add up to e
//   occlusion   v_i = e - e without i: no sum is promised
//   shapley     v_i = mean over orders of e with i - e without, nothing being the zero vector: they
//               add up to e (Shapley 1953, one value a component); exact up to 10 words
//   integrated  v_i = (∫ J (h_i - r_i) da + its share of m(r)) / |m| on the way from a text of
//   [MASK]s
//               (r) to the text (h): Sundararajan et al. 2017 for each component at once (Möller et
//               al. 2023: integrated Jacobians), by forward mode; they add up to e as steps grow
// Work is done piece by piece: one reading, or one layer of one group of changes, a step.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/error.h"
#include "net/attribution/unit_text.h"
#include "net/encoder.h"

namespace meander {

enum class PairMethod : uint8_t { kExact, kOcclusion, kShapley, kIntegrated };

struct VectorOptions {
  PairMethod method = PairMethod::kExact;
  // Exact: the layer whose states are compared. Integrated, occlusion: where the words are changed.
  // kFromText (occlusion only): in the text itself, which then is read afresh.
  static constexpr int kFromText = -1;
  int depth = kLayerCount;
  int steps = 8;       // integrated: points along the way, a power of two
  bool refine = true;  // integrated: 1, 2, 4 … steps, each telling what it has
  Hide hide = Hide::kLeaveOut;
  uint64_t seed = 1;
  int orders = 20;  // Shapley beyond kMostWordsExact
};
inline constexpr size_t kMostWordsExact = 10;

// What the methods read with; all three stay where they are.
struct Insight {
  const Weights& weights;
  Encoder& encoder;  // integer arithmetic: plain readings
};

class WordVectors {
 public:
  virtual ~WordVectors() = default;
  // One piece of work; true while there is more.
  virtual Result<bool> Step() = 0;
  virtual size_t pieces_done() const = 0;
  virtual size_t pieces_in_all() const = 0;
  // Grows by one whenever vectors() has become something to show.
  virtual int rounds() const = 0;
  // What the last round used: steps of the integral, orders of Shapley's (0: all), else 1.
  virtual int steps_used() const { return 1; }

  // One kWidth vector a unit.
  const std::vector<std::vector<double>>& vectors() const { return vectors_; }
  // The text's own unit vector, which the others are to add up to.
  const std::vector<double>& whole() const { return whole_; }

 protected:
  std::vector<std::vector<double>> vectors_;
  std::vector<double> whole_;
};

// `text` and `insight` must outlive it. kInvalidInput for options that fit no method.
Result<std::unique_ptr<WordVectors>> MakeWordVectors(const Insight& insight, const UnitText& text,
                                                     const VectorOptions& options);

// Makers of the files of the same names.
std::unique_ptr<WordVectors> MakeExactVectors(const Insight& insight, const UnitText& text,
                                              int depth);
std::unique_ptr<WordVectors> MakeOcclusionVectors(const Insight& insight, const UnitText& text,
                                                  int depth, Hide hide);
std::unique_ptr<WordVectors> MakeShapleyVectors(const Insight& insight, const UnitText& text,
                                                const VectorOptions& options);
std::unique_ptr<WordVectors> MakeIntegratedVectors(const Insight& insight, const UnitText& text,
                                                   const VectorOptions& options);

// The encoder's reading as doubles.
Result<std::vector<double>> ReadUnit(Encoder& encoder, std::span<const int32_t> ids);

}  // namespace meander
