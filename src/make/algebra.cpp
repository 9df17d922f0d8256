// See algebra.h.
#include "make/algebra.h"

#include <Eigen/Dense>
#include <cmath>

#include "base/rng.h"

namespace meander {
namespace {

using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
constexpr uint32_t kSpare = 16;  // directions carried along, so that the wanted ones settle sooner

// Of `count` columns from the last (largest) backwards.
EigenPairs PairsOf(const Eigen::VectorXd& values, const Eigen::MatrixXd& columns, uint32_t count) {
  EigenPairs pairs;
  for (uint32_t i = 0; i < count; ++i) {
    const Eigen::Index at = values.size() - 1 - i;
    Eigen::Index largest = 0;
    for (Eigen::Index k = 1; k < columns.rows(); ++k) {
      if (std::abs(columns(k, at)) > std::abs(columns(largest, at))) largest = k;
    }
    const double sign = columns(largest, at) < 0 ? -1 : 1;
    pairs.values.push_back(values(at));
    for (Eigen::Index k = 0; k < columns.rows(); ++k) {
      pairs.vectors.push_back(static_cast<float>(sign * columns(k, at)));
    }
  }
  return pairs;
}

}  // namespace

EigenPairs AllEigenPairs(std::span<const double> matrix, uint32_t size) {
  const Eigen::Map<const Eigen::MatrixXd> symmetric(matrix.data(), size, size);
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(symmetric);
  return PairsOf(solver.eigenvalues(), solver.eigenvectors(), size);
}

EigenPairs LargestEigenPairs(std::span<const float> matrix, uint32_t size, uint32_t count,
                             uint64_t seed, int rounds,
                             const std::function<bool(double)>& progress) {
  const Eigen::Map<const RowMajor> symmetric(matrix.data(), size, size);
  const Eigen::Index width = std::min(count + kSpare, size);
  Rng rng(seed);
  Eigen::MatrixXf block(size, width);
  for (Eigen::Index c = 0; c < width; ++c) {
    for (Eigen::Index r = 0; r < block.rows(); ++r) block(r, c) = rng.Unit() - 0.5f;
  }
  for (int round = 0; round < rounds; ++round) {
    if (progress && !progress(static_cast<double>(round) / rounds)) return {};
    const Eigen::MatrixXf image = symmetric * block;
    const Eigen::HouseholderQR<Eigen::MatrixXf> basis(image);
    block = basis.householderQ() * Eigen::MatrixXf::Identity(size, width);
  }
  const Eigen::MatrixXd settled = block.cast<double>();
  const Eigen::MatrixXf image = symmetric * block;
  const Eigen::MatrixXd small = settled.transpose() * image.cast<double>();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver((small + small.transpose()) / 2);
  return PairsOf(solver.eigenvalues(), settled * solver.eigenvectors(), std::min(count, size));
}

}  // namespace meander
