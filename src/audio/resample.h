// Samples at one rate as samples at another.
#pragma once

#include <span>
#include <vector>

namespace meander {

// Windowed-sinc interpolation (Smith, "Digital Audio Resampling", 2002): 24 zero crossings to each
// side, Blackman window, cut off at 0.95 of the lower of the two half rates. Sample i of the result
// is at i / to_hz seconds, as sample 0 is at 0. Rates are positive.
std::vector<float> Resample(std::span<const float> samples, double from_hz, double to_hz);

}  // namespace meander
