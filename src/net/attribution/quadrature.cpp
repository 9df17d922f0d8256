// See quadrature.h. Newton's method on the Legendre polynomial, as in Press et al., Numerical
// Recipes, 4.6.1; the first guess is Tricomi's. The cosine is of our own series, so that native and
// wasm agree.
#include "net/attribution/quadrature.h"

#include <cmath>
#include <cstddef>

namespace meander {
namespace {

constexpr double kPi = 3.14159265358979323846;

double CosineOf(double x) {  // |x| ≤ π; plenty for a first guess
  double term = 1, sum = 1;
  for (int i = 1; i <= 16; ++i) {
    term *= -x * x / ((2.0 * i - 1) * (2.0 * i));
    sum += term;
  }
  return sum;
}

}  // namespace

std::vector<QuadraturePoint> GaussLegendre(int count) {
  std::vector<QuadraturePoint> points(static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) {
    double x = CosineOf(kPi * (i + 0.75) / (count + 0.5)), slope = 1;
    for (int round = 0; round < 50; ++round) {
      double value = 1, before = 0;
      for (int j = 1; j <= count; ++j) {
        const double older = before;
        before = value;
        value = ((2.0 * j - 1) * x * before - (j - 1) * older) / j;
      }
      slope = count * (x * value - before) / (x * x - 1);
      const double step = value / slope;
      x -= step;
      if (std::fabs(step) < 1e-15) break;
    }
    points[static_cast<size_t>(count - 1 - i)] = {0.5 * (x + 1), 1 / ((1 - x * x) * slope * slope)};
  }
  return points;
}

}  // namespace meander
