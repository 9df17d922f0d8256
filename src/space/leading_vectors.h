// The largest singular values of a matrix and their vectors, by subspace iteration with Rayleigh
// and Ritz's projection (Halko, Martinsson and Tropp 2011, 4.5 for the start; Golub and Van
// Loan, 8.2.4).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace meander {

struct LeadingVectors {
  std::vector<double> values;              // largest first
  std::vector<std::vector<double>> left;   // [count][rows]
  std::vector<std::vector<double>> right;  // [count][columns]
};
// `matrix`: [rows, columns]; count ≤ rows, columns. The same answer every time.
LeadingVectors FindLeadingVectors(std::span<const float> matrix, size_t rows, size_t columns,
                                  size_t count);

}  // namespace meander
