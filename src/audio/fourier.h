// The Fourier transform of 1024 real samples.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace meander {

inline constexpr size_t kFrame_samples = 1024;
inline constexpr size_t kBins = kFrame_samples / 2 + 1;  // bin b is at b * kSampleRate_hz / 1024

// |X_b|^2 of X_b = sum_n x_n exp(-2 pi i b n / 1024), by one complex transform of half the length
// (Cooley and Tukey 1965; the split of even and odd samples as in Press et al., "Numerical
// Recipes", 12.3). Holds the tables; not to be shared between threads.
class Fourier {
 public:
  Fourier();
  void Power(std::span<const float, kFrame_samples> frame, std::span<float, kBins> power);

 private:
  static constexpr size_t kHalf = kFrame_samples / 2;
  void Transform();

  std::array<float, kHalf> cosine_, sine_;  // of 2 pi k / 1024
  std::array<uint16_t, kHalf> reversed_;    // bits of the place
  std::array<float, kHalf> real_, imaginary_;
};

}  // namespace meander
