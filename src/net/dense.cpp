// See dense.h; the innermost loop is in dense_block.h.
#include "net/dense.h"

#include "net/dense_block.h"

namespace meander {
namespace {

using simd::F4;
using simd::I4;

constexpr int kMostBlocks = kMaxTokens / kRowBlock;

}  // namespace

void AddPanel(const int16_t* wide, const int16_t* rows, size_t stride, int blocks, int pairs,
              const BlockSums* from, BlockSums* out) {
  for (int k = 0; k < blocks; ++k, rows += stride) {
    BlockSums sums{};
    if (from != nullptr) sums = from[k];
    const auto next_weights = [codes = wide]() mutable {
      const simd::Wide w{simd::Load<simd::I8>(codes), simd::Load<simd::I8>(codes + 8)};
      codes += 16;
      return w;
    };
    AddProducts(next_weights, rows, pairs, sums);
    out[k] = sums;
  }
}

void QuantizeActivations(const float* input, int rows, int width, QuantizedRows out) {
  for (int first = 0; first < rows; first += kRowBlock) {
    F4 factors[kRowBlock];
    const float* x[kRowBlock];
    for (int r = 0; r < kRowBlock; ++r) {
      const bool is_padding = first + r >= rows;
      x[r] = input + size_t(is_padding ? first : first + r) * size_t(width);
      F4 most = simd::Splat(0.f);
      for (int i = 0; i < width; i += 4)
        most = simd::Max(most, simd::Abs(simd::Load<F4>(x[r] + i)));
      const float largest = is_padding ? 0.f : simd::Largest(most);
      out.scales[first + r] = largest / kActivationLimit;
      factors[r] = simd::Splat(largest > 0 ? kActivationLimit / largest : 0.f);
    }
    int16_t* codes = out.codes + size_t(first) * size_t(width);
    for (int i = 0; i < width; i += 8, codes += 8 * kRowBlock) {
      I4 pairs[kRowBlock];
      for (int r = 0; r < kRowBlock; ++r) {
        pairs[r] = reinterpret_cast<I4>(
            simd::Narrow(simd::Round(simd::Load<F4>(x[r] + i) * factors[r]),
                         simd::Round(simd::Load<F4>(x[r] + i + 4) * factors[r])));
      }
      simd::Transpose(pairs);
      for (int p = 0; p < 4; ++p) simd::Store(codes + p * 2 * kRowBlock, pairs[p]);
    }
  }
}

void DenseInteger(const DenseWeights& weights, const QuantizedRows& input, int rows,
                  float* output) {
  if (HasWidestDense()) return DenseIntegerWidest(weights, input, rows, output);
  if (HasWideDense()) return DenseIntegerWide(weights, input, rows, output);
  DenseIntegerNarrow(weights, input, rows, output);
}

void DenseIntegerNarrow(const DenseWeights& weights, const QuantizedRows& input, int rows,
                        float* output) {
  int first_row = 0;
  if (rows >= kRowsForSeven && weights.outputs % 16 == 0 && input.spare != nullptr) {
    DenseIntegerSeven(weights, input, rows, output);
    first_row = PaddedRows(rows) / (2 * kRowBlock) * (2 * kRowBlock);
  }
  if (first_row >= rows) return;
  // Panels outside, rows inside: a panel stays in the first cache while all rows pass, widened by
  // the first block for those after it.
  int16_t wide[8 * kInnerWidth];
  BlockSums sums[kMostBlocks];
  const int pairs = weights.inputs / 2, blocks = PaddedRows(rows - first_row) / kRowBlock;
  const size_t stride = size_t(kRowBlock) * size_t(weights.inputs);
  const int16_t* const block = input.codes + size_t(first_row) * size_t(weights.inputs);
  for (int panel = 0; panel < weights.outputs / 8; ++panel) {
    const int8_t* codes = weights.codes + size_t(panel) * 8 * size_t(weights.inputs);
    const auto next_weights = [codes, widened = &wide[0]]() mutable {
      const simd::Wide w = simd::Widen(codes);
      simd::Store(widened, w.low);
      simd::Store(widened + 8, w.high);
      codes += 16;
      widened += 16;
      return w;
    };
    sums[0] = {};
    AddProducts(next_weights, block, pairs, sums[0]);
    AddPanel(wide, block + stride, stride, blocks - 1, pairs, nullptr, sums + 1);
    for (int k = 0; k < blocks; ++k) {
      Finish(sums[k], weights, panel, input.scales, first_row + k * kRowBlock, output);
    }
  }
}

}  // namespace meander
