// The innermost loop of the integer dense layer on 128-bit vectors: four rows times one panel of
// eight outputs, eight accumulators. Only dense.cpp and dense_seven.cpp include this.
#pragma once

#include "net/dense.h"
#include "net/simd.h"

namespace meander {

static_assert(kRowBlock == 4);

// Sums modulo 2³² of a block: row r's outputs 0–3 and 4–7.
struct BlockSums {
  simd::U4 low[kRowBlock], high[kRowBlock];
};

// sums += rows · panel over `pairs` pairs of inputs. `rows`: one block as QuantizedRows has it;
// next_weights(): the panel's weights for the next pair.
template <class NextWeights>
[[gnu::always_inline]] inline void AddProducts(NextWeights next_weights, const int16_t* rows,
                                               int pairs, BlockSums& sums) {
  simd::U4 low[kRowBlock], high[kRowBlock];
  for (int r = 0; r < kRowBlock; ++r) {
    low[r] = sums.low[r];
    high[r] = sums.high[r];
  }
  const int16_t* const end = rows + size_t(pairs) * 2 * kRowBlock;
  for (; rows < end; rows += 2 * kRowBlock) {
    const simd::Wide w = next_weights();
    for (int r = 0; r < kRowBlock; ++r) {
      const simd::I8 pair = simd::SplatPair(rows + 2 * r);
      low[r] += reinterpret_cast<simd::U4>(simd::DotPairs(pair, w.low));
      high[r] += reinterpret_cast<simd::U4>(simd::DotPairs(pair, w.high));
    }
  }
  for (int r = 0; r < kRowBlock; ++r) {
    sums.low[r] = low[r];
    sums.high[r] = high[r];
  }
}

// out[k] = from[k] + (block k of rows, `stride` codes apart) · panel, for all blocks while the
// panel lies in the first cache. from null: zero. One copy of this loop for everybody (dense.cpp).
void AddPanel(const int16_t* wide, const int16_t* rows, size_t stride, int blocks, int pairs,
              const BlockSums* from, BlockSums* out);

// Scales a block's sums back, adds the bias and writes the floats.
inline void Finish(const BlockSums& sums, const DenseWeights& weights, int panel,
                   const float* row_scales, int row, float* output) {
  using simd::F4;
  const F4 scale_low = simd::Load<F4>(weights.scales + panel * 8);
  const F4 scale_high = simd::Load<F4>(weights.scales + panel * 8 + 4);
  const F4 bias_low = simd::Load<F4>(weights.bias + panel * 8);
  const F4 bias_high = simd::Load<F4>(weights.bias + panel * 8 + 4);
  float* out = output + size_t(row) * size_t(weights.outputs) + panel * 8;
  for (int r = 0; r < kRowBlock; ++r, out += weights.outputs) {
    const F4 scale = simd::Splat(row_scales[row + r]);
    const auto low = simd::FloatOf(reinterpret_cast<simd::I4>(sums.low[r]));
    const auto high = simd::FloatOf(reinterpret_cast<simd::I4>(sums.high[r]));
    simd::Store(out, low * (scale * scale_low) + bias_low);
    simd::Store(out + 4, high * (scale * scale_high) + bias_high);
  }
}

}  // namespace meander
