// The nearest whole number, halves upwards: the same everywhere, which the library's rounding is
// not.
#pragma once

#include <cmath>
#include <cstdint>

namespace meander {

inline int32_t Round(double value) { return static_cast<int32_t>(std::floor(value + 0.5)); }

}  // namespace meander
