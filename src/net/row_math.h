// The float arithmetic between the dense layers: layer normalisation, GELU, softmax. Polynomials of
// our own choosing instead of the C library's, so that native and wasm give the same bits.
#pragma once

#include "net/weights.h"

namespace meander {

// row = (row - mean) / sqrt(variance + kNormEpsilon) * gain + bias; kWidth floats, in place.
// Ba, Kiros and Hinton 2016.
void LayerNorm(const NormWeights& norm, float* row);

// x → x/2 · (1 + erf(x/√2)), in place; `count` a multiple of 4. Absolute error below 2e-6.
void Gelu(float* values, int count);

// The derivative of GELU: (1 + erf(x/√2))/2 + x · exp(-x²/2)/√(2π); `count` a multiple of 4.
void GeluSlope(const float* at, int count, float* slopes);

// exp(x - largest) normalised to sum 1 over the first `count`; the row is padded with zeros to a
// multiple of 4. `values` must have room for that.
void Softmax(float* values, int count);

// e^x for x ≤ 0, relative error below 3e-7; exposed for tests.
float ExpOfNegative(float x);
float Erf(float x);

}  // namespace meander
