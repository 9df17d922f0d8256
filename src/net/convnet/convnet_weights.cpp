// See convnet_weights.h.
#include "net/convnet/convnet_weights.h"

#include <cmath>

namespace meander {
namespace {

std::unexpected<Error> Damaged() {
  return Fail(ErrorCode::kCorrupt,
              "The weights of what looks at pictures arrived damaged. Please try again.");
}

// [rows, outputs] as panels of outputs.
std::vector<float> PanelsOfOutputs(const ConvnetWeights& weights, int layer) {
  const ConvLayer& shape = LayerOf(layer);
  std::vector<float> panels(shape.matrix_size());
  float* to = panels.data();
  for (int panel = 0; panel < shape.outputs; panel += kPanelColumns) {
    for (int row = 0; row < shape.rows; ++row) {
      for (int o = 0; o < kPanelColumns; ++o) *to++ = weights.At(layer, row, panel + o);
    }
  }
  return panels;
}

// [outputs, rows] as panels of rows; rows that are not there are zeros.
std::vector<float> PanelsOfRows(const ConvnetWeights& weights, int layer) {
  const ConvLayer& shape = LayerOf(layer);
  const int panel_count = (shape.rows + kPanelColumns - 1) / kPanelColumns;
  std::vector<float> panels(size_t(panel_count) * kPanelColumns * size_t(shape.outputs));
  float* to = panels.data();
  for (int panel = 0; panel < panel_count * kPanelColumns; panel += kPanelColumns) {
    for (int output = 0; output < shape.outputs; ++output) {
      for (int r = 0; r < kPanelColumns; ++r, ++to) {
        if (panel + r < shape.rows) *to = weights.At(layer, panel + r, output);
      }
    }
  }
  return panels;
}

// Depthwise, as it stands or turned about.
std::vector<float> Kernels(const ConvnetWeights& weights, int layer, bool turned) {
  const ConvLayer& shape = LayerOf(layer);
  std::vector<float> kernels(shape.matrix_size());
  for (int row = 0; row < shape.rows; ++row) {
    const int from = turned ? shape.rows - 1 - row : row;
    for (int c = 0; c < shape.outputs; ++c) {
      kernels[size_t(row) * size_t(shape.outputs) + size_t(c)] = weights.At(layer, from, c);
    }
  }
  return kernels;
}

}  // namespace

Result<ConvnetWeights> ConvnetWeights::Open(ByteSpan bytes) {
  if (bytes.size() != kConvnetLayout.byte_count ||
      reinterpret_cast<uintptr_t>(bytes.data()) % alignof(float) != 0) {
    return Damaged();
  }
  // `most`: what each is multiplied by at the most.
  const auto are_finite = [&](size_t offset, size_t count, float most = 1) {
    const auto* values = reinterpret_cast<const float*>(bytes.data() + offset);
    for (size_t i = 0; i < count; ++i) {
      if (!std::isfinite(most * values[i])) return false;
    }
    return true;
  };
  for (const ConvLayer& layer : kConvnetLayout.layers) {
    const size_t outputs = size_t(layer.outputs);
    const bool is_sound = layer.is_coded ? are_finite(layer.scales, outputs, 128)
                                         : are_finite(layer.numbers, layer.matrix_size());
    if (!is_sound || !are_finite(layer.bias, outputs)) return Damaged();
  }
  return ConvnetWeights(bytes);
}

float ConvnetWeights::At(int layer, int row, int output) const {
  const ConvLayer& shape = LayerOf(layer);
  const size_t at = size_t(row) * size_t(shape.outputs) + size_t(output);
  const uint8_t* numbers = bytes_.data() + shape.numbers;
  if (!shape.is_coded) return reinterpret_cast<const float*>(numbers)[at];
  const auto* scales = reinterpret_cast<const float*>(bytes_.data() + shape.scales);
  return static_cast<float>(reinterpret_cast<const int8_t*>(numbers)[at]) *
         scales[static_cast<size_t>(output)];
}

ConvnetPanels::ConvnetPanels(const ConvnetWeights& weights) : weights_(weights) {
  for (int layer = 0; layer < kConvLayerCount; ++layer) {
    forward_[layer] = LayerOf(layer).kind == ConvKind::kDepthwise ? Kernels(weights, layer, false)
                                                                  : PanelsOfOutputs(weights, layer);
  }
}

const float* ConvnetPanels::reverse(int layer) const {
  std::vector<float>& panels = reverse_[static_cast<size_t>(layer)];
  if (panels.empty()) {
    panels = LayerOf(layer).kind == ConvKind::kDepthwise ? Kernels(weights_, layer, true)
                                                         : PanelsOfRows(weights_, layer);
  }
  return panels.data();
}

}  // namespace meander
