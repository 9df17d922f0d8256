// What is done to a finished layout so that it fills a wide chart and nothing on it covers another:
// turned onto its longest side, stretched, and pushed apart where too close.
#pragma once

#include <vector>

#include "space/point.h"

namespace meander {

// Turned so that it spreads most from left to right, then stretched to `aspect` : 1, x within
// ±0.96. Neighbours along a line stay in their order; measure what it costs (quality.h).
std::vector<Point2> Widened(std::vector<Point2> places, double aspect);

// Places nearer than `least` are pushed apart, half the way each, over and over; nobody is moved
// that has room. Deterministic. A crowd that cannot have so much room comes as near to it as
// kRounds allow.
inline constexpr int kSpreadRounds = 120;
std::vector<Point2> PushedApart(std::vector<Point2> places, double least);

}  // namespace meander
