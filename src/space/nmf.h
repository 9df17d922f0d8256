// Non-negative matrix factorisation, x ≈ w h with nothing negative anywhere (Lee and Seung 1999): a
// few groups of channels and how strongly each row has each. The start is NNDSVD (Boutsidis and
// Gallopoulos 2008) or drawn by a seed; each sweep is HALS, cyclic coordinate descent (Cichocki and
// Phan 2009), as scikit-learn's "cd".
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace meander {

inline constexpr uint64_t kNndsvdStart = 0;  // as a seed: no chance

struct NmfOptions {
  size_t groups = 6;
  uint64_t seed = kNndsvdStart;
  int most_sweeps = 2000;
  double settled = 1e-7;  // stop when a sweep lowers the error by less than this of it
};

// One sweep a step. `matrix`: [rows, columns], ≥ 0, must outlive it; groups ≤ rows, columns.
class Nmf {
 public:
  Nmf(std::span<const float> matrix, size_t rows, size_t columns, const NmfOptions& options);

  bool Step();  // true while there is more
  int sweeps() const { return sweeps_; }

  const std::vector<double>& w() const { return w_; }  // [rows, groups]
  const std::vector<double>& h() const { return h_; }  // [groups, columns]
  // |x - w h| / |x|, Frobenius; 0 for a matrix of zeros.
  double RelativeError() const;

 private:
  void StartByVectors();
  void StartBySeed();

  const std::span<const float> matrix_;
  const size_t rows_, columns_;
  const NmfOptions options_;
  std::vector<double> w_, h_;
  int sweeps_ = 0;
  double error_ = 2;
};

// Of what was to be non-negative: how much of the mass Σ|x| lies below zero.
double ShareBelowZero(std::span<const float> values);

// How often the groups of `base` come back from seeds 1 … seeds: for each group the share of seeds
// with a group of channels whose cosine to it is at least kSameGroup (greedily matched).
inline constexpr double kSameGroup = 0.9;
class NmfStability {
 public:
  NmfStability(std::span<const float> matrix, size_t rows, size_t columns,
               const NmfOptions& options, std::vector<double> base_h, int seeds);
  bool Step();                         // one seed's factorisation a step; true while there are more
  std::vector<double> shares() const;  // one a group, of the seeds done

 private:
  const std::span<const float> matrix_;
  const size_t rows_, columns_;
  const NmfOptions options_;
  const std::vector<double> base_h_;
  const int seeds_;
  int done_ = 0;
  std::vector<int> found_;
};

}  // namespace meander
