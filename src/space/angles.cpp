// See angles.h.
#include "space/angles.h"

#include <cmath>

namespace meander {
namespace {

constexpr double kPi = 3.14159265358979323846;

// arccos x for 0 ≤ x ≤ 1, to 2e-8.
double ArcCosineOfPositive(double x) {
  constexpr double kTerms[] = {1.5707963050, -0.2145988016, 0.0889789874, -0.0501743046,
                               0.0308918810, -0.0170881256, 0.0066700901, -0.0012624911};
  double sum = 0;
  for (int i = 7; i >= 0; --i) sum = sum * x + kTerms[i];
  return std::sqrt(1 - x) * sum;
}

}  // namespace

int32_t ArcCosine(int32_t cosine) {
  const double x = static_cast<double>(cosine < 0 ? -cosine : cosine) / kCosineOne;
  const double angle = x >= 1 ? 0 : ArcCosineOfPositive(x);
  return static_cast<int32_t>((cosine < 0 ? kPi - angle : angle) * kAngleOne + 0.5);
}

double SineOf(double radians) {
  const double x = radians > kPi / 2 ? kPi - radians : radians;
  double term = x, sum = x;
  for (int n = 1; n <= 8; ++n) {
    term *= -x * x / ((2 * n) * (2 * n + 1));
    sum += term;
  }
  return sum;
}

}  // namespace meander
