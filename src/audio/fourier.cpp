// See fourier.h.
#include "audio/fourier.h"

#include <cmath>
#include <cstdint>
#include <numbers>

namespace meander {

Fourier::Fourier() {
  for (size_t k = 0; k < kHalf; ++k) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(k) / kFrame_samples;
    cosine_[k] = static_cast<float>(std::cos(angle));
    sine_[k] = static_cast<float>(std::sin(angle));
    size_t reversed = 0;
    for (size_t bit = 1, from = k; bit < kHalf; bit <<= 1, from >>= 1) {
      reversed = reversed << 1 | (from & 1);
    }
    reversed_[k] = static_cast<uint16_t>(reversed);
  }
}

// In place, of kHalf complex numbers whose places are reversed already.
void Fourier::Transform() {
  for (size_t half = 1; half < kHalf; half *= 2) {
    const size_t step = kHalf / half;  // of the table, which has 1024 to a turn
    for (size_t from = 0; from < kHalf; from += 2 * half) {
      for (size_t k = 0; k < half; ++k) {
        const float c = cosine_[k * step], s = -sine_[k * step];
        const size_t a = from + k, b = a + half;
        const float real = real_[b] * c - imaginary_[b] * s;
        const float imaginary = real_[b] * s + imaginary_[b] * c;
        real_[b] = real_[a] - real;
        imaginary_[b] = imaginary_[a] - imaginary;
        real_[a] += real;
        imaginary_[a] += imaginary;
      }
    }
  }
}

void Fourier::Power(std::span<const float, kFrame_samples> frame, std::span<float, kBins> power) {
  for (size_t k = 0; k < kHalf; ++k) {
    real_[reversed_[k]] = frame[2 * k];
    imaginary_[reversed_[k]] = frame[2 * k + 1];
  }
  Transform();
  // Z = E + iO of the even and the odd samples; X_b = E_b + exp(-2 pi i b / 1024) O_b.
  for (size_t b = 0; b <= kHalf; ++b) {
    const size_t here = b % kHalf, there = (kHalf - b) % kHalf;
    const float even_real = 0.5f * (real_[here] + real_[there]);
    const float even_imaginary = 0.5f * (imaginary_[here] - imaginary_[there]);
    const float odd_real = 0.5f * (imaginary_[here] + imaginary_[there]);
    const float odd_imaginary = 0.5f * (real_[there] - real_[here]);
    const float c = b < kHalf ? cosine_[b] : -1, s = b < kHalf ? -sine_[b] : 0;
    const float real = even_real + odd_real * c - odd_imaginary * s;
    const float imaginary = even_imaginary + odd_real * s + odd_imaginary * c;
    power[b] = real * real + imaginary * imaginary;
  }
}

}  // namespace meander
