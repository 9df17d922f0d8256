// all-MiniLM-L6-v2's forward pass: token ids in, one unit vector out, every inner state on request.
// Reimers and Gurevych 2019 (sentence embeddings), Wang et al. 2020 (MiniLM).
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/error.h"
#include "net/dense.h"
#include "net/model_layout.h"
#include "net/weights.h"

namespace meander {

enum class Arithmetic {
  kInteger,  // w8a14: lossless in practice and the fast one
  kFloat,    // activations stay floats: for derivatives and checks
};

// What may be looked at while a text passes through. Each span is [rows, columns] row-major and
// only valid during the call. Left empty, a tap costs nothing.
struct Taps {
  // The hidden state before layer `depth` (0: the embeddings) … after the last (kLayerCount):
  // [tokens, kWidth].
  std::function<void(int depth, std::span<const float> hidden)> hidden;
  // Attention of a layer: [kHeadCount, tokens, tokens].
  std::function<void(int layer, std::span<const float> shares)> attention;
  // Feed-forward activations after GELU: [tokens, kInnerWidth].
  std::function<void(int layer, std::span<const float> activations)> inner;
};

// Not thread-safe: it owns its working memory, which is allocated once for the longest text.
// Several encoders may share one Weights.
class Encoder {
 public:
  // Inline, so that a program which never says kFloat does not carry the float path.
  explicit Encoder(const Weights& weights, Arithmetic arithmetic = Arithmetic::kInteger)
      : Encoder(weights, arithmetic == Arithmetic::kFloat ? &DenseFloat : nullptr) {}

  // `ids`: 2 … kMaxTokens token ids in [0, kVocabularySize), [CLS] … [SEP]. `unit_vector`: kWidth
  // floats. kInvalidInput for other lengths or ids; kUnavailable when a word's row has not arrived.
  Result<void> Encode(std::span<const int32_t> ids, std::span<float> unit_vector,
                      const Taps* taps = nullptr);

 private:
  using FloatLayer = decltype(&DenseFloat);
  Encoder(const Weights& weights, FloatLayer float_layer);
  void Embed(std::span<const int32_t> ids);
  void RunLayer(int index, int tokens, const Taps* taps);
  void Dense(const DenseWeights& dense, const float* input, int tokens, float* output);

  const Weights& weights_;
  const FloatLayer float_layer_;  // null: integers
  std::vector<float> hidden_, wide_, mixed_, scratch_, shares_;
  std::vector<int16_t> codes_;
  std::vector<float> scales_;
};

}  // namespace meander
