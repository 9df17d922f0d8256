// Eigenvectors of symmetric matrices, behind a door without exceptions (Eigen throws).
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace meander {

struct EigenPairs {
  std::vector<double> values;  // descending
  std::vector<float> vectors;  // one after the other, `size` numbers each, unit; of the two signs
                               // the one whose largest entry (by size, the first) is positive
};

// All pairs of the symmetric `matrix` (size · size, row-major).
EigenPairs AllEigenPairs(std::span<const double> matrix, uint32_t size);

// The `count` largest pairs of a large positive semidefinite one, by subspace iteration (Halko,
// Martinsson and Tropp 2011) from a seeded start, `rounds` times. `progress` may return false to
// stop; what it has then is empty.
EigenPairs LargestEigenPairs(std::span<const float> matrix, uint32_t size, uint32_t count,
                             uint64_t seed, int rounds,
                             const std::function<bool(double)>& progress);

}  // namespace meander
