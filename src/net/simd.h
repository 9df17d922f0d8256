// Four floats or eight 16-bit integers at a time, the same operations in the same order natively
// and in wasm, so that both give the same bits: compiler vectors for floats (no fused
// multiply-add), one instruction each for the integer dot product.
#pragma once

#include <cstdint>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE4_1__)
#include <smmintrin.h>
#endif

namespace meander::simd {

typedef float F4 __attribute__((vector_size(16)));
typedef int32_t I4 __attribute__((vector_size(16)));
typedef uint32_t U4 __attribute__((vector_size(16)));
typedef int16_t I8 __attribute__((vector_size(16)));

template <class V>
inline V Load(const void* at) {
  V value;
  std::memcpy(&value, at, sizeof(V));
  return value;
}
template <class V>
inline void Store(void* at, V value) {
  std::memcpy(at, &value, sizeof(V));
}
inline F4 Splat(float x) { return F4{x, x, x, x}; }
inline I4 Splat(int32_t x) { return I4{x, x, x, x}; }
inline F4 Max(F4 a, F4 b) { return a > b ? a : b; }
inline F4 Min(F4 a, F4 b) { return a < b ? a : b; }
inline F4 Abs(F4 a) { return reinterpret_cast<F4>(reinterpret_cast<I4>(a) & Splat(0x7fffffff)); }

// Fixed pairwise order, so that a sum is the same everywhere.
inline float Sum(F4 a) { return (a[0] + a[2]) + (a[1] + a[3]); }
inline float Largest(F4 a) {
  const float x = a[0] > a[1] ? a[0] : a[1];
  const float y = a[2] > a[3] ? a[2] : a[3];
  return x > y ? x : y;
}

inline F4 FloatOf(I4 a) { return __builtin_convertvector(a, F4); }
// Nearest integer, ties to even; |a| < 2²².
inline I4 Round(F4 a) {
  const F4 shifted = a + Splat(12582912.f);
  return reinterpret_cast<I4>(shifted) - Splat(0x4B400000);
}

// Two vectors of four integers, each within 16 bits, as eight.
inline I8 Narrow(I4 low, I4 high) {
#if defined(__wasm_simd128__)
  return reinterpret_cast<I8>(
      wasm_i16x8_narrow_i32x4(reinterpret_cast<v128_t>(low), reinterpret_cast<v128_t>(high)));
#elif defined(__SSE4_1__)
  return reinterpret_cast<I8>(
      _mm_packs_epi32(reinterpret_cast<__m128i>(low), reinterpret_cast<__m128i>(high)));
#else
  I8 out;
  for (int i = 0; i < 4; ++i) {
    out[i] = static_cast<int16_t>(low[i]);
    out[i + 4] = static_cast<int16_t>(high[i]);
  }
  return out;
#endif
}

// Eight int8 as 16-bit integers.
inline I8 WidenHalf(const int8_t* at) {
#if defined(__wasm_simd128__)
  return reinterpret_cast<I8>(wasm_i16x8_load8x8(at));
#elif defined(__SSE4_1__)
  return reinterpret_cast<I8>(
      _mm_cvtepi8_epi16(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(at))));
#else
  I8 out;
  for (int i = 0; i < 8; ++i) out[i] = at[i];
  return out;
#endif
}

// Sixteen int8 as two vectors of eight 16-bit integers.
struct Wide {
  I8 low, high;
};
inline Wide Widen(const int8_t* at) { return {WidenHalf(at), WidenHalf(at + 8)}; }

// Rows become columns. V: F4 or I4.
template <class V>
inline void Transpose(V (&rows)[4]) {
  const V a = __builtin_shufflevector(rows[0], rows[1], 0, 4, 1, 5);
  const V b = __builtin_shufflevector(rows[0], rows[1], 2, 6, 3, 7);
  const V c = __builtin_shufflevector(rows[2], rows[3], 0, 4, 1, 5);
  const V d = __builtin_shufflevector(rows[2], rows[3], 2, 6, 3, 7);
  rows[0] = __builtin_shufflevector(a, c, 0, 1, 4, 5);
  rows[1] = __builtin_shufflevector(a, c, 2, 3, 6, 7);
  rows[2] = __builtin_shufflevector(b, d, 0, 1, 4, 5);
  rows[3] = __builtin_shufflevector(b, d, 2, 3, 6, 7);
}

// Sums of neighbouring products: out[i] = a[2i] b[2i] + a[2i+1] b[2i+1].
inline I4 DotPairs(I8 a, I8 b) {
#if defined(__wasm_simd128__)
  return reinterpret_cast<I4>(
      wasm_i32x4_dot_i16x8(reinterpret_cast<v128_t>(a), reinterpret_cast<v128_t>(b)));
#elif defined(__SSE4_1__)
  return reinterpret_cast<I4>(
      _mm_madd_epi16(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
#else
  I4 out;
  for (int i = 0; i < 4; ++i) out[i] = a[2 * i] * b[2 * i] + a[2 * i + 1] * b[2 * i + 1];
  return out;
#endif
}

// The pair of 16-bit integers at `at`, four times.
inline I8 SplatPair(const int16_t* at) {
  int32_t pair;
  std::memcpy(&pair, at, 4);
  return reinterpret_cast<I8>(Splat(pair));
}

}  // namespace meander::simd
