// A dense layer over many rows: activations are quantised per row to 14 bits, multiplied with the
// file's own int8 weights in exact integer sums, and scaled back ("w8a14"). The float path computes
// the same without quantising activations; derivatives and checks use it.
#pragma once

#include <cstdint>

#include "net/weights.h"

namespace meander {

// Rows are padded to a multiple of this, so that the kernel never needs a tail.
inline constexpr int kRowBlock = 4;

// Rows of 16-bit activations with one scale each: value = code * scale. Four rows make a block, in
// which a pair of inputs of all four lies side by side, as the kernel reads them.
struct QuantizedRows {
  int16_t* codes = nullptr;  // [padded rows / kRowBlock, width / 2, kRowBlock, 2]
  float* scales = nullptr;   // [padded rows]
  int16_t* spare = nullptr;  // as many again as codes, for DenseIntegerSeven; may be null
};
// Where the code of a row's input lies in QuantizedRows::codes.
constexpr size_t CodeIndex(int row, int input, int width) {
  return size_t(row / kRowBlock) * size_t(kRowBlock) * size_t(width) +
         size_t(input / 2 * 2 * kRowBlock + row % kRowBlock * 2 + input % 2);
}

// Quantises `rows` rows of `width` floats (a multiple of 8), symmetric, ±kActivationLimit; padding
// rows become zero.
void QuantizeActivations(const float* input, int rows, int width, QuantizedRows out);

// output[r, o] = bias[o] + sum_i input[r, i] * weight[i, o]; output has weights.outputs columns and
// padded rows.
void DenseInteger(const DenseWeights& weights, const QuantizedRows& input, int rows, float* output);
void DenseFloat(const DenseWeights& weights, const float* input, int rows, float* output);

// DenseInteger on 128-bit vectors: what wasm uses, and natively the peer of the wide kernel.
void DenseIntegerNarrow(const DenseWeights& weights, const QuantizedRows& input, int rows,
                        float* output);
// The same sums for at least kRowsForSeven rows with an eighth of the products saved; an odd block
// of rows at the end is left out. `outputs` a multiple of 16, `input.spare` given.
inline constexpr int kRowsForSeven = 32;
void DenseIntegerSeven(const DenseWeights& weights, const QuantizedRows& input, int rows,
                       float* output);
// The kernel that DenseInteger uses on x86 processors with AVX2: the same integers, twice as wide.
// `outputs` a multiple of 16 here and below.
bool HasWideDense();
void DenseIntegerWide(const DenseWeights& weights, const QuantizedRows& input, int rows,
                      float* output);
// The same on processors with AVX-512 VNNI: four times as wide as the narrow one.
bool HasWidestDense();
void DenseIntegerWidest(const DenseWeights& weights, const QuantizedRows& input, int rows,
                        float* output);

inline int PaddedRows(int rows) { return (rows + kRowBlock - 1) / kRowBlock * kRowBlock; }

}  // namespace meander
