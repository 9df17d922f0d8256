// A dense layer's three float products over many rows: forward with bias, the change of its output
// along a change of its input (forward mode: the layer is linear, so the same without bias), and
// the gradient of its input from that of its output (reverse mode: the transposed weights). Weights
// are the file's int8 codes, widened block by block, so no float copy of them is kept.
#pragma once

#include <vector>

#include "net/weights.h"

namespace meander {

// change[r, o] = sum_i input_change[r, i] * weight[i, o].
void DenseForwardMode(const DenseWeights& weights, const float* input_change, int rows,
                      float* output_change);
// gradient[r, i] = sum_o output_gradient[r, o] * weight[i, o].
void DenseReverseMode(const DenseWeights& weights, const float* output_gradient, int rows,
                      float* input_gradient);

}  // namespace meander
