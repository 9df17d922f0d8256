// The pen net's weights: views of bytes that somebody else holds, and the same numbers as floats in
// the order in which the kernels read them (see convnet_weights.h, whose panels these are).
#pragma once

#include <span>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "net/convnet/convnet_weights.h"
#include "net/pennet/pen_layout.h"

namespace meander {

class PenWeights {
 public:
  // `bytes` must outlive this, be 16-byte aligned and exactly kPenLayout.byte_count long (kCorrupt
  // otherwise, or where a number is not finite).
  static Result<PenWeights> Open(ByteSpan bytes);

  // weight[row, output] of layer `layer`; of a blur the filter 1 2 1 in both directions.
  float At(int layer, int row, int output) const;
  // Nothing where the layer has none.
  std::span<const float> bias(int layer) const;

 private:
  explicit PenWeights(ByteSpan bytes) : bytes_(bytes) {}
  ByteSpan bytes_;
};

// All weights as floats, 5 MB; those that only derivatives need are made when they are first asked
// for. `weights` must outlive it. Outputs that are no multiple of eight have zeros behind them.
class PenPanels {
 public:
  explicit PenPanels(const PenWeights& weights);

  const float* bias(int layer) const { return Of(bias_, layer); }
  // By channel [kernel², channels]; others panels of their outputs, [⌈outputs / 8⌉, rows, 8].
  const float* forward(int layer) const { return Of(forward_, layer); }
  // By channel the kernel turned about; others panels of rows, [⌈rows / 8⌉, outputs, 8].
  const float* reverse(int layer) const;

 private:
  static const float* Of(const std::vector<float>* lists, int layer) {
    return lists[static_cast<size_t>(layer)].empty() ? nullptr
                                                     : lists[static_cast<size_t>(layer)].data();
  }
  const PenWeights& weights_;
  std::vector<float> bias_[kPenLayerCount], forward_[kPenLayerCount];
  mutable std::vector<float> reverse_[kPenLayerCount];
};

// To a whole number of panels.
constexpr int WholePanels(int columns) {
  return (columns + kPanelColumns - 1) / kPanelColumns * kPanelColumns;
}

}  // namespace meander
