// Angles in whole numbers, from polynomials of our own: the mathematics library differs between
// machines, and costs that decide which line is chosen must not.
#pragma once

#include <cstdint>

namespace meander {

inline constexpr int32_t kCosineOne = 1 << 14;  // cosines: 1 is 16,384
inline constexpr int32_t kAngleOne = 1 << 12;   // angles: a radian is 4,096
inline constexpr int32_t kHalfTurn = 12868;     // π

// 0 … kHalfTurn; cosines beyond ±1 count as ±1. Within one unit of the true angle.
// Abramowitz and Stegun 4.4.46.
int32_t ArcCosine(int32_t cosine);

// Sine of an angle in radians, 0 … π, to 1e-9: the Taylor polynomial.
double SineOf(double radians);

inline double RadiansOf(int32_t angle) { return static_cast<double>(angle) / kAngleOne; }

}  // namespace meander
