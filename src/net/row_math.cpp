// See row_math.h.
#include "net/row_math.h"

#include <cmath>

#include "net/simd.h"

namespace meander {
namespace {

using simd::F4;
using simd::I4;

// e^x = 2^n · e^r with |r| ≤ ln2/2 and a Taylor polynomial of degree 7 for e^r; x is clamped where
// the result would be denormal.
inline F4 Exp(F4 x) {
  x = simd::Max(x, simd::Splat(-87.f));
  const I4 n = simd::Round(x * simd::Splat(1.44269504f));
  const F4 whole = simd::FloatOf(n);
  // ln 2 in two parts, so that r keeps its low bits.
  F4 r = x - whole * simd::Splat(0.693359375f);
  r = r + whole * simd::Splat(2.12194440e-4f);
  F4 p = simd::Splat(1.f / 5040);
  p = p * r + simd::Splat(1.f / 720);
  p = p * r + simd::Splat(1.f / 120);
  p = p * r + simd::Splat(1.f / 24);
  p = p * r + simd::Splat(1.f / 6);
  p = p * r + simd::Splat(0.5f);
  p = p * r + simd::Splat(1.f);
  p = p * r + simd::Splat(1.f);
  const I4 power = (n + simd::Splat(127)) << 23;
  return p * reinterpret_cast<F4>(power);
}

// erf by Abramowitz and Stegun 7.1.26: |error| ≤ 1.5e-7 for x ≥ 0, odd.
inline F4 ErfOf(F4 x) {
  const F4 a = simd::Abs(x);
  const F4 t = simd::Splat(1.f) / (simd::Splat(1.f) + simd::Splat(0.3275911f) * a);
  F4 p = simd::Splat(1.061405429f);
  p = p * t + simd::Splat(-1.453152027f);
  p = p * t + simd::Splat(1.421413741f);
  p = p * t + simd::Splat(-0.284496736f);
  p = p * t + simd::Splat(0.254829592f);
  const F4 magnitude = simd::Splat(1.f) - p * t * Exp(-(a * a));
  const I4 sign = reinterpret_cast<I4>(x) & simd::Splat(static_cast<int32_t>(0x80000000));
  return reinterpret_cast<F4>(reinterpret_cast<I4>(magnitude) | sign);
}

}  // namespace

void LayerNorm(const NormWeights& norm, float* row) {
  F4 sum = simd::Splat(0.f);
  for (int i = 0; i < kWidth; i += 4) sum += simd::Load<F4>(row + i);
  const F4 mean = simd::Splat(simd::Sum(sum) / kWidth);
  F4 squares = simd::Splat(0.f);
  for (int i = 0; i < kWidth; i += 4) {
    const F4 centred = simd::Load<F4>(row + i) - mean;
    simd::Store(row + i, centred);
    squares += centred * centred;
  }
  const float variance = simd::Sum(squares) / kWidth;
  const F4 factor = simd::Splat(1.f / std::sqrt(variance + kNormEpsilon));
  for (int i = 0; i < kWidth; i += 4) {
    simd::Store(row + i, simd::Load<F4>(row + i) * factor * simd::Load<F4>(norm.gain + i) +
                             simd::Load<F4>(norm.bias + i));
  }
}

void Gelu(float* values, int count) {
  const F4 half = simd::Splat(0.5f), one = simd::Splat(1.f), root = simd::Splat(0.70710678f);
  for (int i = 0; i < count; i += 4) {
    const F4 x = simd::Load<F4>(values + i);
    simd::Store(values + i, x * half * (one + ErfOf(x * root)));
  }
}

void GeluSlope(const float* at, int count, float* slopes) {
  const F4 half = simd::Splat(0.5f), one = simd::Splat(1.f), root = simd::Splat(0.70710678f);
  const F4 peak = simd::Splat(0.39894228f);  // 1 / sqrt(2 pi)
  for (int i = 0; i < count; i += 4) {
    const F4 x = simd::Load<F4>(at + i);
    simd::Store(slopes + i, half * (one + ErfOf(x * root)) + x * peak * Exp(-(x * x) * half));
  }
}

void Softmax(float* values, int count) {
  const int whole = count / 4 * 4;
  F4 most = simd::Splat(values[0]);
  for (int i = 0; i < whole; i += 4) most = simd::Max(most, simd::Load<F4>(values + i));
  float largest = simd::Largest(most);
  for (int i = whole; i < count; ++i) largest = values[i] > largest ? values[i] : largest;
  const F4 shift = simd::Splat(largest);
  F4 sum = simd::Splat(0.f);
  for (int i = 0; i < count; i += 4) {
    // Whatever stands behind the last number becomes nothing.
    const I4 is_number = I4{0, 1, 2, 3} < simd::Splat(count - i);
    const I4 e = reinterpret_cast<I4>(Exp(simd::Load<F4>(values + i) - shift)) & is_number;
    simd::Store(values + i, e);
    sum += reinterpret_cast<F4>(e);
  }
  const F4 factor = simd::Splat(1.f / simd::Sum(sum));
  for (int i = 0; i < count; i += 4) simd::Store(values + i, simd::Load<F4>(values + i) * factor);
}

float ExpOfNegative(float x) { return Exp(simd::Splat(x))[0]; }
float Erf(float x) { return ErfOf(simd::Splat(x))[0]; }

}  // namespace meander
