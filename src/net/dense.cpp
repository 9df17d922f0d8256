// See dense.h. One panel of eight outputs is multiplied with four rows at a time: eight
// accumulators and the panel's weights stay in registers while the inputs stream by.
#include "net/dense.h"

#include "net/simd.h"

namespace meander {
namespace {

using simd::F4;
using simd::I4;
using simd::I8;

// Scales the sums of one row's eight outputs back and adds the bias.
inline void Finish(I4 low, I4 high, float row_scale, const float* scales, const float* bias,
                   float* out) {
  const F4 scale = simd::Splat(row_scale);
  simd::Store(out, simd::FloatOf(low) * (scale * simd::Load<F4>(scales)) + simd::Load<F4>(bias));
  simd::Store(out + 4, simd::FloatOf(high) * (scale * simd::Load<F4>(scales + 4)) +
                           simd::Load<F4>(bias + 4));
}

void MultiplyPanel(const DenseWeights& weights, int panel, const QuantizedRows& input, int row,
                   float* output) {
  const int width = weights.inputs;
  const int8_t* codes = weights.codes + size_t(panel) * 8 * size_t(width);
  const int16_t* a0 = input.codes + size_t(row) * size_t(width);
  const int16_t* a1 = a0 + width;
  const int16_t* a2 = a1 + width;
  const int16_t* a3 = a2 + width;
  I4 low0{}, low1{}, low2{}, low3{}, high0{}, high1{}, high2{}, high3{};
  for (int i = 0; i < width; i += 2, codes += 16) {
    const simd::Wide w = simd::Widen(codes);
    const I8 x0 = simd::SplatPair(a0 + i), x1 = simd::SplatPair(a1 + i);
    low0 += simd::DotPairs(x0, w.low);
    high0 += simd::DotPairs(x0, w.high);
    low1 += simd::DotPairs(x1, w.low);
    high1 += simd::DotPairs(x1, w.high);
    const I8 x2 = simd::SplatPair(a2 + i), x3 = simd::SplatPair(a3 + i);
    low2 += simd::DotPairs(x2, w.low);
    high2 += simd::DotPairs(x2, w.high);
    low3 += simd::DotPairs(x3, w.low);
    high3 += simd::DotPairs(x3, w.high);
  }
  const float* scales = weights.scales + panel * 8;
  const float* bias = weights.bias + panel * 8;
  float* out = output + size_t(row) * size_t(weights.outputs) + panel * 8;
  Finish(low0, high0, input.scales[row], scales, bias, out);
  Finish(low1, high1, input.scales[row + 1], scales, bias, out + weights.outputs);
  Finish(low2, high2, input.scales[row + 2], scales, bias, out + 2 * weights.outputs);
  Finish(low3, high3, input.scales[row + 3], scales, bias, out + 3 * weights.outputs);
}

}  // namespace

void QuantizeActivations(const float* input, int rows, int width, QuantizedRows out) {
  for (int r = 0; r < rows; ++r) {
    const float* x = input + size_t(r) * size_t(width);
    int16_t* q = out.codes + size_t(r) * size_t(width);
    F4 most = simd::Splat(0.f);
    for (int i = 0; i < width; i += 4) most = simd::Max(most, simd::Abs(simd::Load<F4>(x + i)));
    const float largest = simd::Largest(most);
    out.scales[r] = largest / kActivationLimit;
    const F4 factor = simd::Splat(largest > 0 ? kActivationLimit / largest : 0.f);
    for (int i = 0; i < width; i += 8) {
      simd::Store(q + i, simd::Narrow(simd::Round(simd::Load<F4>(x + i) * factor),
                                      simd::Round(simd::Load<F4>(x + i + 4) * factor)));
    }
  }
  for (int r = rows; r < PaddedRows(rows); ++r) {
    out.scales[r] = 0;
    std::memset(out.codes + size_t(r) * size_t(width), 0, size_t(width) * sizeof(int16_t));
  }
}

void DenseInteger(const DenseWeights& weights, const QuantizedRows& input, int rows,
                  float* output) {
  if (HasWideDense()) return DenseIntegerWide(weights, input, rows, output);
  DenseIntegerNarrow(weights, input, rows, output);
}

void DenseIntegerNarrow(const DenseWeights& weights, const QuantizedRows& input, int rows,
                        float* output) {
  // Panels outside, rows inside: a panel (up to 12 kB) stays in the first cache while all rows
  // pass.
  for (int panel = 0; panel < weights.outputs / 8; ++panel) {
    for (int row = 0; row < rows; row += kRowBlock) {
      MultiplyPanel(weights, panel, input, row, output);
    }
  }
}

void DenseFloat(const DenseWeights& weights, const float* input, int rows, float* output) {
  const int width = weights.inputs;
  for (int panel = 0; panel < weights.outputs / 8; ++panel) {
    const int8_t* codes = weights.codes + size_t(panel) * 8 * size_t(width);
    for (int row = 0; row < rows; ++row) {
      const float* x = input + size_t(row) * size_t(width);
      float sums[8] = {};
      for (int i = 0; i < width; i += 2) {
        for (int o = 0; o < 8; ++o) {
          sums[o] += x[i] * static_cast<float>(codes[i * 8 + 2 * o]);
          sums[o] += x[i + 1] * static_cast<float>(codes[i * 8 + 2 * o + 1]);
        }
      }
      float* out = output + size_t(row) * size_t(weights.outputs) + panel * 8;
      for (int o = 0; o < 8; ++o) {
        out[o] = sums[o] * weights.scales[panel * 8 + o] + weights.bias[panel * 8 + o];
      }
    }
  }
}

}  // namespace meander
