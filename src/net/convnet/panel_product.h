// The product that a 1 × 1 convolution is: every place's channels times one matrix,
//   output[r, o] = bias[o] + Σ_i input[r, i] · weight[i, o] (+ add[r, o]), then clipped to 0 … 6.
// Each sum begins with the bias and takes i in rising order, whatever is worked on at once, so that
// every build gives the same bits.
#pragma once

namespace meander {

struct ProductEnd {
  const float* bias = nullptr;  // [columns]; zeros where there is none
  const float* add = nullptr;   // [rows, columns], added last
  bool clips = false;           // min(max(x, 0), 6)
};

// `panels`: [columns / 8, depth, 8]. `columns` is a multiple of 8; rows and depth are any.
void MultiplyPanels(const float* panels, int depth, int columns, const float* input, int rows,
                    const ProductEnd& end, float* output);

}  // namespace meander
