// See dense_float.h and DenseFloat in dense.h. A block of eight columns is widened to floats once
// and stays in the first cache while all rows pass, four at a time.
#include "net/dense_float.h"

#include "net/dense.h"
#include "net/simd.h"

namespace meander {
namespace {

using simd::F4;

constexpr int kColumns = 8;
constexpr int kRows = 4;

// sums[r, 0..7] = sum_i rows[r][i] * block[i, 0..7]; one order of addition for every row count.
template <int kCount>
void Multiply(const float* block, int depth, const float* const* rows, F4 (&sums)[kRows][2]) {
  F4 low[kCount], high[kCount];
  for (int r = 0; r < kCount; ++r) low[r] = high[r] = simd::Splat(0.f);
  for (int i = 0; i < depth; ++i) {
    const F4 left = simd::Load<F4>(block + i * kColumns);
    const F4 right = simd::Load<F4>(block + i * kColumns + 4);
    for (int r = 0; r < kCount; ++r) {
      const F4 x = simd::Splat(rows[r][i]);
      low[r] += x * left;
      high[r] += x * right;
    }
  }
  for (int r = 0; r < kCount; ++r) {
    sums[r][0] = low[r];
    sums[r][1] = high[r];
  }
}

// All rows times one block; `finish(row, low, high)` takes each row's eight sums.
template <class Finish>
void MultiplyRows(const float* block, int depth, const float* input, int rows, Finish finish) {
  F4 sums[kRows][2];
  const float* at[kRows];
  for (int row = 0; row < rows; row += kRows) {
    const int count = rows - row < kRows ? rows - row : kRows;
    for (int r = 0; r < count; ++r) at[r] = input + size_t(row + r) * size_t(depth);
    if (count == kRows) {
      Multiply<kRows>(block, depth, at, sums);
    } else {
      for (int r = 0; r < count; ++r) {
        F4 one[kRows][2];
        Multiply<1>(block, depth, at + r, one);
        sums[r][0] = one[0][0];
        sums[r][1] = one[0][1];
      }
    }
    for (int r = 0; r < count; ++r) finish(row + r, sums[r][0], sums[r][1]);
  }
}

// Codes of one panel (DenseLayout): block[i, o] for its eight outputs.
void WidenPanel(const int8_t* codes, int inputs, float* block) {
  for (int pair = 0; pair < inputs / 2; ++pair, codes += 16, block += 16) {
    for (int o = 0; o < kColumns; ++o) {
      block[o] = static_cast<float>(codes[2 * o]);
      block[kColumns + o] = static_cast<float>(codes[2 * o + 1]);
    }
  }
}

// The transposed weights of eight inputs from `input` on: block[o, i], scaled.
void WidenInputs(const DenseWeights& weights, int input, float* block) {
  for (int panel = 0; panel < weights.outputs / 8; ++panel) {
    const int8_t* codes =
        weights.codes + size_t(panel) * 8 * size_t(weights.inputs) + size_t(input) * 8;
    for (int o = 0; o < 8; ++o) {
      const float scale = weights.scales[panel * 8 + o];
      for (int i = 0; i < kColumns; ++i) {
        block[(panel * 8 + o) * kColumns + i] =
            static_cast<float>(codes[i / 2 * 16 + o * 2 + i % 2]) * scale;
      }
    }
  }
}

void Forward(const DenseWeights& weights, const float* input, int rows, bool with_bias,
             float* output) {
  std::vector<float> block(size_t(weights.inputs) * kColumns);
  for (int panel = 0; panel < weights.outputs / 8; ++panel) {
    WidenPanel(weights.codes + size_t(panel) * 8 * size_t(weights.inputs), weights.inputs,
               block.data());
    const F4 scale_low = simd::Load<F4>(weights.scales + panel * 8);
    const F4 scale_high = simd::Load<F4>(weights.scales + panel * 8 + 4);
    F4 bias_low = simd::Splat(0.f), bias_high = bias_low;
    if (with_bias) {
      bias_low = simd::Load<F4>(weights.bias + panel * 8);
      bias_high = simd::Load<F4>(weights.bias + panel * 8 + 4);
    }
    MultiplyRows(block.data(), weights.inputs, input, rows, [&](int row, F4 low, F4 high) {
      float* const out = output + size_t(row) * size_t(weights.outputs) + panel * 8;
      simd::Store(out, low * scale_low + bias_low);
      simd::Store(out + 4, high * scale_high + bias_high);
    });
  }
}

}  // namespace

void DenseFloat(const DenseWeights& weights, const float* input, int rows, float* output) {
  Forward(weights, input, rows, true, output);
}

void DenseForwardMode(const DenseWeights& weights, const float* input_change, int rows,
                      float* output_change) {
  Forward(weights, input_change, rows, false, output_change);
}

void DenseReverseMode(const DenseWeights& weights, const float* output_gradient, int rows,
                      float* input_gradient) {
  std::vector<float> block(size_t(weights.outputs) * kColumns);
  for (int input = 0; input < weights.inputs; input += kColumns) {
    WidenInputs(weights, input, block.data());
    MultiplyRows(block.data(), weights.outputs, output_gradient, rows,
                 [&](int row, F4 low, F4 high) {
                   float* const out = input_gradient + size_t(row) * size_t(weights.inputs) + input;
                   simd::Store(out, low);
                   simd::Store(out + 4, high);
                 });
  }
}

}  // namespace meander
