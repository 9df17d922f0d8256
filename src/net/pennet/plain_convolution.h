// A plain convolution, every output from all channels of k × k places,
//   output[y, x, o] = bias[o] + Σ_{j, i, c} input[v, u, c] · weight[j, i, c, o],
//   v = y·stride + j - padding, u = x·stride + i - padding,
// places that are not there counting for nothing. Each sum begins with the bias and takes the
// kernel row by row, whatever is worked on at once, so that every build gives the same bits.
#pragma once

#include "net/convnet/convnet_layout.h"

namespace meander {

// `panels`: [outputs / 8, rows, 8]; the outputs are a multiple of 8.
void PlainForward(const ConvLayer& layer, const float* panels, const float* bias,
                  const float* input, float* output);
// `panels`: [⌈rows / 8⌉, outputs, 8]. The gradient at the output becomes that at the input, which
// must be zeros.
void PlainReverse(const ConvLayer& layer, const float* panels, const float* output_gradient,
                  float* gradient);

}  // namespace meander
