// The integer dense layer for many rows with seven products of half the size where there are
// eight: rows, inputs and outputs are halved and combined by Winograd's form of Strassen's method
// (Strassen 1969; Winograd 1971). Everything is an integer modulo 2³², so the sums are the same
// exact ones that the plain way gives: the method's usual loss of digits does not exist here.
#include "net/dense_block.h"

namespace meander {
namespace {

using simd::I8;

// Sums and differences of quarters stay within 16 bits.
static_assert(4 * kActivationLimit <= 32767);

// The activations' quarters: [upper or lower rows][first or second inputs], and their sums.
struct RowQuarters {
  const int16_t *a11, *a12, *a21, *a22;  // blocks `stride` apart
  const int16_t *s1, *s2, *s3, *s4;      // blocks lie side by side
  size_t stride, sum_stride;
};

RowQuarters SumQuarters(const QuantizedRows& input, int half_blocks, int width) {
  const size_t stride = size_t(kRowBlock) * size_t(width), half = stride / 2;
  const size_t lower = size_t(half_blocks) * stride, size = size_t(half_blocks) * half;
  int16_t* const sums = input.spare;
  for (int block = 0; block < half_blocks; ++block) {
    const int16_t* const a1 = input.codes + size_t(block) * stride;
    const int16_t* const a2 = a1 + lower;
    int16_t* const out = sums + size_t(block) * half;
    for (size_t i = 0; i < half; i += 8) {
      const I8 a11 = simd::Load<I8>(a1 + i), a21 = simd::Load<I8>(a2 + i);
      const I8 s1 = a21 + simd::Load<I8>(a2 + half + i);
      const I8 s2 = s1 - a11;
      simd::Store(out + i, s1);
      simd::Store(out + size + i, s2);
      simd::Store(out + 2 * size + i, static_cast<I8>(a11 - a21));
      simd::Store(out + 3 * size + i, static_cast<I8>(simd::Load<I8>(a1 + half + i) - s2));
    }
  }
  return {input.codes,
          input.codes + half,
          input.codes + lower,
          input.codes + lower + half,
          sums,
          sums + size,
          sums + 2 * size,
          sums + 3 * size,
          stride,
          half};
}

// Two panels' quarters, [first or second inputs][left or right panel], widened, and their sums.
struct PanelQuarters {
  static constexpr int kCodes = 4 * kInnerWidth;  // half a panel
  int16_t b11[kCodes], b21[kCodes], b22[kCodes];
  int16_t t1[kCodes], t2[kCodes], t3[kCodes], minus_t4[kCodes];
};

void SumPanels(const int8_t* left, int width, PanelQuarters& out) {
  const int8_t* const right = left + 8 * width;
  for (int i = 0; i < 4 * width; i += 16) {
    const simd::Wide b11 = simd::Widen(left + i), b21 = simd::Widen(left + 4 * width + i);
    const simd::Wide b12 = simd::Widen(right + i), b22 = simd::Widen(right + 4 * width + i);
    const auto put = [&](int at, I8 b11, I8 b12, I8 b21, I8 b22) {
      const I8 t1 = b12 - b11, t2 = b22 - t1;
      simd::Store(out.b11 + at, b11);
      simd::Store(out.b21 + at, b21);
      simd::Store(out.b22 + at, b22);
      simd::Store(out.t1 + at, t1);
      simd::Store(out.t2 + at, t2);
      simd::Store(out.t3 + at, static_cast<I8>(b22 - b12));
      simd::Store(out.minus_t4 + at, static_cast<I8>(b21 - t2));
    };
    put(i, b11.low, b12.low, b21.low, b22.low);
    put(i + 8, b11.high, b12.high, b21.high, b22.high);
  }
}

// to[k] += by[k].
void Add(const BlockSums* by, int blocks, BlockSums* to) {
  for (int k = 0; k < blocks; ++k) {
    for (int r = 0; r < kRowBlock; ++r) {
      to[k].low[r] += by[k].low[r];
      to[k].high[r] += by[k].high[r];
    }
  }
}

}  // namespace

void DenseIntegerSeven(const DenseWeights& weights, const QuantizedRows& input, int rows,
                       float* output) {
  const int width = weights.inputs, pairs = width / 4;
  const int half_blocks = PaddedRows(rows) / kRowBlock / 2, half_rows = half_blocks * kRowBlock;
  const RowQuarters a = SumQuarters(input, half_blocks, width);
  PanelQuarters b;
  constexpr int kMost = kMaxTokens / kRowBlock / 2;
  BlockSums one[kMost], two[kMost], sums[kMost];
  for (int panel = 0; panel < weights.outputs / 8; panel += 2) {
    SumPanels(weights.codes + size_t(panel) * 8 * size_t(width), width, b);
    const auto finish = [&](int side, int first_row) {
      for (int k = 0; k < half_blocks; ++k) {
        Finish(sums[k], weights, panel + side, input.scales, first_row + k * kRowBlock, output);
      }
    };
    const auto of_input = [&](const int16_t* codes, const int16_t* rows, const BlockSums* from,
                              BlockSums* out) {
      AddPanel(codes, rows, a.stride, half_blocks, pairs, from, out);
    };
    const auto of_sum = [&](const int16_t* codes, const int16_t* rows, const BlockSums* from,
                            BlockSums* out) {
      AddPanel(codes, rows, a.sum_stride, half_blocks, pairs, from, out);
    };
    // Where a sum continues an earlier one it begins with that.
    of_input(b.b11, a.a11, nullptr, one);
    of_input(b.b21, a.a12, one, sums);
    finish(0, 0);
    of_sum(b.t2, a.s2, one, one);
    of_sum(b.t3, a.s3, one, two);
    of_input(b.minus_t4, a.a22, two, sums);
    finish(0, half_rows);
    of_sum(b.t1, a.s1, nullptr, sums);
    Add(sums, half_blocks, one);
    Add(two, half_blocks, sums);
    finish(1, half_rows);
    of_sum(b.b22, a.s4, one, sums);
    finish(1, 0);
  }
}

}  // namespace meander
