// The first layer: 3 × 3 places of three colours, every second place, as a product. The nine
// places' colours are laid side by side (27 numbers, those that are not there zeros) and
// multiplied.
#pragma once

#include "net/convnet/convnet_layout.h"

namespace meander {

// `stem`: the layer at the picture's side. `panels`: [32 / 8, 27, 8]. `picture`: [224, 224, 3];
// `output`: [112, 112, 32].
void StemForward(const ConvLayer& stem, const float* panels, const float* bias,
                 const float* picture, float* output);
// `panels`: [32 / 8, 32, 8], rows 27 … 31 zeros. The gradient at the output before clipping becomes
// that at the picture.
void StemReverse(const ConvLayer& stem, const float* panels, const float* output_gradient,
                 float* picture_gradient);

}  // namespace meander
