// See pen_weights.h.
#include "net/pennet/pen_weights.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

std::unexpected<Error> DamagedPen() {
  return Fail(ErrorCode::kCorrupt,
              "The weights of what reads drawings arrived damaged. Please try again.");
}

bool GoesByChannel(int layer) {
  const PenKind kind = PenLayerOf(layer).kind;
  return kind == PenKind::kDepthwise || kind == PenKind::kBlur;
}

std::vector<float> ByChannel(const PenWeights& weights, int layer, bool turned) {
  const ConvLayer& shape = PenLayerOf(layer).shape;
  std::vector<float> kernels(shape.matrix_size());
  float* to = kernels.data();
  for (int row = 0; row < shape.rows; ++row) {
    const int from = turned ? shape.rows - 1 - row : row;
    for (int c = 0; c < shape.outputs; ++c) *to++ = weights.At(layer, from, c);
  }
  return kernels;
}

// Panels of `columns` numbers, `depth` deep; those that are not there are zeros.
template <class At>
std::vector<float> Panels(int columns, int depth, const At& at) {
  std::vector<float> panels(size_t(WholePanels(columns)) * size_t(depth));
  float* to = panels.data();
  for (int first = 0; first < columns; first += kPanelColumns) {
    for (int i = 0; i < depth; ++i) {
      for (int c = first; c < first + kPanelColumns; ++c, ++to) {
        if (c < columns) *to = at(c, i);
      }
    }
  }
  return panels;
}

}  // namespace

Result<PenWeights> PenWeights::Open(ByteSpan bytes) {
  if (bytes.size() != kPenLayout.byte_count ||
      reinterpret_cast<uintptr_t>(bytes.data()) % alignof(float) != 0) {
    return DamagedPen();
  }
  // `most`: what each is multiplied by at the most.
  const auto are_finite = [&](size_t offset, size_t count, float most = 1) {
    const auto* values = reinterpret_cast<const float*>(bytes.data() + offset);
    return std::all_of(values, values + count, [&](float x) { return std::isfinite(most * x); });
  };
  for (const PenLayer& layer : kPenLayout.layers) {
    if (!layer.has_weights()) continue;
    const ConvLayer& shape = layer.shape;
    const size_t outputs = size_t(shape.outputs);
    const bool is_sound = shape.is_coded ? are_finite(shape.scales, outputs, 128)
                                         : are_finite(shape.numbers, shape.matrix_size());
    if (!is_sound || !are_finite(shape.bias, outputs)) return DamagedPen();
  }
  return PenWeights(bytes);
}

float PenWeights::At(int layer, int row, int output) const {
  if (PenLayerOf(layer).kind == PenKind::kBlur) {
    constexpr float kBlur[] = {1 / 4.f, 2 / 4.f, 1 / 4.f};
    return kBlur[row / 3] * kBlur[row % 3];
  }
  const ConvLayer& shape = PenLayerOf(layer).shape;
  const size_t at = size_t(row) * size_t(shape.outputs) + size_t(output);
  const uint8_t* const numbers = bytes_.data() + shape.numbers;
  if (!shape.is_coded) return reinterpret_cast<const float*>(numbers)[at];
  const auto* const scales = reinterpret_cast<const float*>(bytes_.data() + shape.scales);
  return static_cast<float>(reinterpret_cast<const int8_t*>(numbers)[at]) *
         scales[static_cast<size_t>(output)];
}

std::span<const float> PenWeights::bias(int layer) const {
  if (!PenLayerOf(layer).has_weights()) return {};
  const ConvLayer& shape = PenLayerOf(layer).shape;
  return {reinterpret_cast<const float*>(bytes_.data() + shape.bias), size_t(shape.outputs)};
}

PenPanels::PenPanels(const PenWeights& weights) : weights_(weights) {
  for (int layer = 0; layer < kPenLayerCount; ++layer) {
    const ConvLayer& shape = PenLayerOf(layer).shape;
    if (PenLayerOf(layer).kind == PenKind::kMean) continue;
    if (const auto bias = weights.bias(layer); !bias.empty()) {
      bias_[layer].assign(bias.begin(), bias.end());
      bias_[layer].resize(size_t(WholePanels(shape.outputs)));
    }
    forward_[layer] = GoesByChannel(layer) ? ByChannel(weights, layer, false)
                                           : Panels(shape.outputs, shape.rows, [&](int o, int row) {
                                               return weights.At(layer, row, o);
                                             });
  }
}

const float* PenPanels::reverse(int layer) const {
  std::vector<float>& panels = reverse_[static_cast<size_t>(layer)];
  const ConvLayer& shape = PenLayerOf(layer).shape;
  if (panels.empty()) {
    panels = GoesByChannel(layer) ? ByChannel(weights_, layer, true)
                                  : Panels(shape.rows, shape.outputs, [&](int row, int o) {
                                      return weights_.At(layer, row, o);
                                    });
  }
  return panels.data();
}

}  // namespace meander
