// A depthwise convolution: every channel has a kernel of its own,
//   output[y, x, c] = bias[c] + Σ_{j, i} input[y·stride + j - padding, x·stride + i - padding, c] ·
//   kernel[j, i, c],
// places that are not there counting for nothing, then clipped to 0 … 6. Each sum begins with the
// bias and takes the kernel row by row.
#pragma once

#include "net/convnet/convnet_layout.h"

namespace meander {

// Of a layer's forward pass: `kernels` [kernel², channels], `input` and `output` as the layer's
// tensors are.
void DepthwiseForward(const ConvLayer& layer, const float* kernels, const float* bias,
                      const float* input, float* output);
// Takes the gradient at its output, before clipping, back to its input:
//   gradient[v, u, c] = Σ output_gradient[y, x, c] · kernel[j, i, c] over y·stride + j - padding =
//   v, x·stride + i - padding = u.
// `kernels` forward, `turned` the same turned about (ConvnetPanels::reverse).
void DepthwiseReverse(const ConvLayer& layer, const float* kernels, const float* turned,
                      const float* output_gradient, float* gradient);

}  // namespace meander
