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

// A panel's weights for one pair of inputs, from the file's codes or widened before.
inline simd::Wide WideAt(const int8_t* codes) { return simd::Widen(codes); }
inline simd::Wide WideAt(const int16_t* codes) {
  return {simd::Load<simd::I8>(codes), simd::Load<simd::I8>(codes + 8)};
}

inline BlockSums Load(const BlockSums& from) {
  BlockSums sums;
  for (int r = 0; r < kRowBlock; ++r) {
    sums.low[r] = simd::Load<simd::U4>(&from.low[r]);
    sums.high[r] = simd::Load<simd::U4>(&from.high[r]);
  }
  return sums;
}
inline void Store(const BlockSums& from, BlockSums& to) {
  for (int r = 0; r < kRowBlock; ++r) {
    simd::Store(&to.low[r], from.low[r]);
    simd::Store(&to.high[r], from.high[r]);
  }
}

// sums + rows · panel over `pairs` pairs of inputs. `rows`: one block as QuantizedRows has it.
// Code: int8_t or int16_t. With `widened` the panel's codes are also written there as 16-bit
// integers.
template <class Code>
[[gnu::always_inline]] inline BlockSums AddProducts(const Code* codes, const int16_t* rows,
                                                    int pairs, BlockSums sums,
                                                    int16_t* widened = nullptr) {
  const int16_t* const end = rows + size_t(pairs) * 2 * kRowBlock;
  for (; rows < end; rows += 2 * kRowBlock, codes += 16) {
    const simd::Wide w = WideAt(codes);
    if (widened != nullptr) {
      simd::Store(widened, w.low);
      simd::Store(widened + 8, w.high);
      widened += 16;
    }
    for (int r = 0; r < kRowBlock; ++r) {
      const simd::I8 pair = simd::SplatPair(rows + 2 * r);
      sums.low[r] += reinterpret_cast<simd::U4>(simd::DotPairs(pair, w.low));
      sums.high[r] += reinterpret_cast<simd::U4>(simd::DotPairs(pair, w.high));
    }
  }
  return sums;
}

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
