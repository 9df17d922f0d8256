// The network's weights: views of bytes that somebody else holds, and the same numbers as floats in
// the order in which the products read them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "net/convnet/convnet_layout.h"

namespace meander {

class ConvnetWeights {
 public:
  // `bytes` must outlive this, be 16-byte aligned and exactly kConvnetLayout.byte_count long
  // (kCorrupt otherwise, or where a number is not finite).
  static Result<ConvnetWeights> Open(ByteSpan bytes);

  // weight[row, output]: what layer `layer` multiplies its row-th number with.
  float At(int layer, int row, int output) const;
  ByteSpan bytes() const { return bytes_; }
  const float* bias(int layer) const {
    return reinterpret_cast<const float*>(bytes_.data() + LayerOf(layer).bias);
  }

 private:
  explicit ConvnetWeights(ByteSpan bytes) : bytes_(bytes) {}
  ByteSpan bytes_;
};

// Columns of a matrix product stand in panels of eight: [columns / 8, depth, 8].
inline constexpr int kPanelColumns = 8;

// All weights as floats, 19 MB; those that only derivatives need are made when they are first asked
// for. `weights` must outlive it.
class ConvnetPanels {
 public:
  explicit ConvnetPanels(const ConvnetWeights& weights);

  const float* bias(int layer) const { return weights_.bias(layer); }
  // Depthwise [kernel², channels]; others panels of their outputs, [outputs / 8, rows, 8].
  const float* forward(int layer) const { return forward_[static_cast<size_t>(layer)].data(); }
  // What takes a gradient back: depthwise the kernel turned about, [kernel², channels]; others
  // panels of what they add up, [⌈rows / 8⌉, outputs, 8].
  const float* reverse(int layer) const;

 private:
  const ConvnetWeights& weights_;
  std::vector<float> forward_[kConvLayerCount];
  mutable std::vector<float> reverse_[kConvLayerCount];
};

}  // namespace meander
