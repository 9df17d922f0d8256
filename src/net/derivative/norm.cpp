// See norm.h.
#include "net/derivative/norm.h"

#include <cmath>

#include "net/simd.h"

namespace meander {
namespace {

using simd::F4;

// P(u) of norm.h, in place.
void Project(const float* normalised, float factor, float* u) {
  F4 sum = simd::Splat(0.f), along = sum;
  for (int i = 0; i < kWidth; i += 4) {
    const F4 x = simd::Load<F4>(u + i);
    sum += x;
    along += x * simd::Load<F4>(normalised + i);
  }
  const F4 mean = simd::Splat(simd::Sum(sum) / kWidth);
  const F4 share = simd::Splat(simd::Sum(along) / kWidth);
  const F4 scale = simd::Splat(factor);
  for (int i = 0; i < kWidth; i += 4) {
    const F4 n = simd::Load<F4>(normalised + i);
    simd::Store(u + i, scale * (simd::Load<F4>(u + i) - mean - n * share));
  }
}

void TimesGain(const NormWeights& norm, float* row) {
  for (int i = 0; i < kWidth; i += 4) {
    simd::Store(row + i, simd::Load<F4>(row + i) * simd::Load<F4>(norm.gain + i));
  }
}

}  // namespace

void NormForward(const NormWeights& norm, int rows, float* x, float* normalised, float* factors) {
  for (int r = 0; r < rows; ++r, x += kWidth, normalised += kWidth) {
    F4 sum = simd::Splat(0.f);
    for (int i = 0; i < kWidth; i += 4) sum += simd::Load<F4>(x + i);
    const F4 mean = simd::Splat(simd::Sum(sum) / kWidth);
    F4 squares = simd::Splat(0.f);
    for (int i = 0; i < kWidth; i += 4) {
      const F4 centred = simd::Load<F4>(x + i) - mean;
      squares += centred * centred;
    }
    factors[r] = 1.f / std::sqrt(simd::Sum(squares) / kWidth + kNormEpsilon);
    const F4 factor = simd::Splat(factors[r]);
    for (int i = 0; i < kWidth; i += 4) {
      const F4 n = (simd::Load<F4>(x + i) - mean) * factor;
      simd::Store(normalised + i, n);
      simd::Store(x + i, n * simd::Load<F4>(norm.gain + i) + simd::Load<F4>(norm.bias + i));
    }
  }
}

void NormForwardMode(const NormWeights& norm, int rows, const float* normalised,
                     const float* factors, int change_rows, float* change) {
  for (int r = 0; r < change_rows; ++r, change += kWidth) {
    Project(normalised + size_t(r % rows) * kWidth, factors[r % rows], change);
    TimesGain(norm, change);
  }
}

void NormReverseMode(const NormWeights& norm, int rows, const float* normalised,
                     const float* factors, float* gradient) {
  for (int r = 0; r < rows; ++r, gradient += kWidth) {
    TimesGain(norm, gradient);
    Project(normalised + size_t(r) * kWidth, factors[r], gradient);
  }
}

}  // namespace meander
