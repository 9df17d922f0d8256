// One reading of the encoder in floats, with everything kept that its derivatives need: the forward
// pass from the text or from any layer's hidden state, reverse mode (gradient of the last hidden
// rows → gradient at any layer: a vector-Jacobian product) and forward mode (changes at any layer →
// changes of the last hidden rows: Jacobian-vector products, several at once).
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/error.h"
#include "net/derivative/pooling.h"
#include "net/weights.h"

namespace meander {

// What a layer's derivatives need of its forward pass. x ← norm(x + mix(attend(x))),
// x ← norm(x + down(gelu(up(x)))).
struct LayerRecord {
  std::vector<float> qkv;     // [tokens, 3 · kWidth]
  std::vector<float> shares;  // [kHeadCount, tokens, tokens]
  std::vector<float> up;      // [tokens, kInnerWidth], before GELU
  std::vector<float> inner;   // after it
  std::vector<float> slopes;  // GELU's derivative at `up`
  std::vector<float> mix_normalised, mix_factors, down_normalised, down_factors;  // see norm.h
};

// Told on the way back, when not empty: the gradient at a layer's activations after GELU,
// [tokens, kInnerWidth].
using InnerGradientTap = std::function<void(int layer, std::span<const float> gradient)>;

class Recording {
 public:
  explicit Recording(const Weights& weights) : weights_(weights) {}

  // `ids` as Encoder::Encode takes them, with the same errors.
  Result<void> Read(std::span<const int32_t> ids);
  // Goes on from a hidden state before layer `depth` (0 … kLayerCount), [tokens, kWidth].
  void ReadFrom(int depth, std::span<const float> hidden);

  int tokens() const { return tokens_; }
  int first_depth() const { return first_depth_; }
  // The hidden state before layer `depth`, kLayerCount: the last; from first_depth() on.
  std::span<const float> hidden(int depth) const { return hidden_[depth]; }
  const LayerRecord& layer(int index) const { return layers_[index]; }
  const Pooled& pooled() const { return pooled_; }

  // The gradient at hidden(depth) of what has `gradient` at hidden(kLayerCount).
  std::vector<float> ReverseMode(std::vector<float> gradient, int depth,
                                 const InnerGradientTap& tap = {}) const;
  // The same from hidden(from) instead of the last.
  std::vector<float> ReverseModeBetween(std::vector<float> gradient, int from, int depth,
                                        const InnerGradientTap& tap = {}) const;
  // The gradient at hidden(layer) of what has `inner_gradient` at that layer's activations after
  // GELU, [tokens, kInnerWidth], and reaches it no other way.
  std::vector<float> ReverseModeFromInner(int layer, std::vector<float> inner_gradient) const;
  // What hidden(layer + 1) would be with other activations after GELU.
  std::vector<float> AfterInner(int layer, std::span<const float> inner) const;
  // One layer of forward mode: changes of hidden(index) become changes of hidden(index + 1), in
  // place. `changes`: [any number, tokens, kWidth].
  void ForwardModeLayer(int index, std::vector<float>& changes) const;
  // All layers from `depth` on.
  void ForwardMode(int depth, std::vector<float>& changes) const;

 private:
  void Embed(std::span<const int32_t> ids);
  void RunLayer(int index);
  // Below GELU: gradients at its output and at what is added past it become that at hidden(index).
  void ReverseModeBelow(int index, std::vector<float>& inner, std::vector<float>& gradient) const;

  const Weights& weights_;
  int tokens_ = 0, first_depth_ = 0;
  std::vector<float> hidden_[kLayerCount + 1];
  LayerRecord layers_[kLayerCount];
  Pooled pooled_;
};

// The ids a text may be read from: the same sentence as the encoder's for others.
Result<void> CheckIds(const Weights& weights, std::span<const int32_t> ids);

}  // namespace meander
