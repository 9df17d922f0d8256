// Gauss and Legendre's points and weights on [0, 1]: the most exact way to spend n values of a
// smooth function on its integral. Captum's integrated gradients use the same ("gausslegendre").
#pragma once

#include <vector>

namespace meander {

struct QuadraturePoint {
  double at = 0, weight = 0;
};
// `count` ≥ 1, in rising order; the weights add up to 1.
std::vector<QuadraturePoint> GaussLegendre(int count);

}  // namespace meander
