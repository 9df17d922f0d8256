// Layer normalisation with what its derivatives need. Ba, Kiros and Hinton 2016:
//   y = (x - mean) / sqrt(variance + eps) · gain + bias, over the kWidth numbers of one row.
// With n the normalised row and s = 1 / sqrt(variance + eps), both derivatives are the same
// projection P(u) = s · (u - mean(u) - n · mean(n · u)); forward mode scales by gain after it,
// reverse mode before it.
#pragma once

#include "net/weights.h"

namespace meander {

// Rows of x become rows of y, in place. `normalised`: [rows, kWidth], `factors`: s, one a row.
void NormForward(const NormWeights& norm, int rows, float* x, float* normalised, float* factors);
// Changes of x become changes of y, in place. Row r of `change` belongs to row r % rows.
void NormForwardMode(const NormWeights& norm, int rows, const float* normalised,
                     const float* factors, int change_rows, float* change);
// Gradients of y become gradients of x, in place.
void NormReverseMode(const NormWeights& norm, int rows, const float* normalised,
                     const float* factors, float* gradient);

}  // namespace meander
