// See plain_convolution.h. Four places by eight outputs are kept in registers while the kernel goes
// by; what lies side by side along a row of the picture is read once for all of them.
#include "net/pennet/plain_convolution.h"

#include <algorithm>
#include <vector>

#include "net/convnet/panel_product.h"
#include "net/pennet/pen_weights.h"
#include "net/simd.h"

namespace meander {
namespace {

using simd::F4;

// Of a row of the kernel at some place of the output: where it begins in the input, how many
// numbers of it are there, and how many are missing before them.
struct KernelRow {
  size_t from = 0, count = 0, missing = 0;
};
KernelRow RowOf(const ConvLayer& layer, int y, int x, int row) {
  const int v = y * layer.stride + row - layer.padding;
  if (v < 0 || v >= layer.side_in) return {};
  const int left = x * layer.stride - layer.padding;
  const int first = std::max(left, 0), last = std::min(left + layer.kernel, layer.side_in);
  const size_t channels = size_t(layer.inputs);
  return {(size_t(v) * size_t(layer.side_in) + size_t(first)) * channels,
          size_t(last - first) * channels, size_t(first - left) * channels};
}

// `kCount` places along row y from x on, eight outputs from `column` on. Of several places the
// whole kernel lies between the left and the right edge.
template <int kCount>
void PlainTile(const ConvLayer& layer, const float* panel, const float* bias, const float* input,
               int y, int x, int column, float* output) {
  const size_t width = size_t(layer.kernel) * size_t(layer.inputs);
  const size_t next = size_t(layer.stride) * size_t(layer.inputs);
  F4 low[kCount], high[kCount];
  for (int t = 0; t < kCount; ++t) {
    low[t] = simd::Load<F4>(bias + column);
    high[t] = simd::Load<F4>(bias + column + 4);
  }
  for (int row = 0; row < layer.kernel; ++row) {
    const KernelRow part = RowOf(layer, y, x, row);
    const float* weights = panel + (size_t(row) * width + part.missing) * kPanelColumns;
    const float* const from = input + part.from;
    for (size_t i = 0; i < part.count; ++i, weights += kPanelColumns) {
      const F4 left = simd::Load<F4>(weights), right = simd::Load<F4>(weights + 4);
      for (int t = 0; t < kCount; ++t) {
        const F4 value = simd::Splat(from[size_t(t) * next + i]);
        low[t] += value * left;
        high[t] += value * right;
      }
    }
  }
  float* to = output + (size_t(y) * size_t(layer.side_out) + size_t(x)) * size_t(layer.outputs) +
              size_t(column);
  for (int t = 0; t < kCount; ++t, to += layer.outputs) {
    simd::Store(to, low[t]);
    simd::Store(to + 4, high[t]);
  }
}

}  // namespace

void PlainForward(const ConvLayer& layer, const float* panels, const float* bias,
                  const float* input, float* output) {
  constexpr int kTogether = 4;
  // Places [first, last) have the whole kernel between the edges.
  const int first = (layer.padding + layer.stride - 1) / layer.stride;
  const int last = (layer.side_in + layer.padding - layer.kernel) / layer.stride + 1;
  for (int y = 0; y < layer.side_out; ++y) {
    for (int column = 0; column < layer.outputs; column += kPanelColumns) {
      const float* const panel = panels + size_t(column) * size_t(layer.rows);
      for (int x = 0; x < layer.side_out;) {
        if (x >= first && x + kTogether <= last) {
          PlainTile<kTogether>(layer, panel, bias, input, y, x, column, output);
          x += kTogether;
        } else {
          PlainTile<1>(layer, panel, bias, input, y, x++, column, output);
        }
      }
    }
  }
}

void PlainReverse(const ConvLayer& layer, const float* panels, const float* output_gradient,
                  float* gradient) {
  const size_t width = size_t(layer.kernel) * size_t(layer.inputs);
  const size_t columns = size_t(WholePanels(layer.rows));
  std::vector<float> scratch(size_t(layer.side_out) * columns);
  for (int y = 0; y < layer.side_out; ++y) {
    MultiplyPanels(panels, layer.outputs, static_cast<int>(columns),
                   output_gradient + size_t(y) * size_t(layer.side_out) * size_t(layer.outputs),
                   layer.side_out, {}, scratch.data());
    for (int x = 0; x < layer.side_out; ++x) {
      const float* from = scratch.data() + size_t(x) * columns;
      for (int row = 0; row < layer.kernel; ++row, from += width) {
        const KernelRow part = RowOf(layer, y, x, row);
        for (size_t i = 0; i < part.count; ++i) gradient[part.from + i] += from[part.missing + i];
      }
    }
  }
}

}  // namespace meander
