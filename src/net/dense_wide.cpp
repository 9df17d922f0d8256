// The integer dense layer on 256-bit vectors, for native x86 with AVX2. Sums are exact integers and
// the scaling uses the same float operations in the same order, so results equal dense.cpp's.
#include "net/dense.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace meander {

#if defined(__x86_64__)

namespace {

__attribute__((target("avx2"))) inline __m256i Pair(const int16_t* at) {
  int pair;
  __builtin_memcpy(&pair, at, 4);
  return _mm256_set1_epi32(pair);
}

__attribute__((target("avx2"))) inline void Finish(__m256i sums, float row_scale,
                                                   const float* scales, const float* bias,
                                                   float* out) {
  const __m256 scale = _mm256_mul_ps(_mm256_set1_ps(row_scale), _mm256_loadu_ps(scales));
  const __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(sums), scale);
  _mm256_storeu_ps(out, _mm256_add_ps(scaled, _mm256_loadu_ps(bias)));
}

// Two panels (16 outputs) and four rows at a time.
__attribute__((target("avx2"))) void MultiplyTwoPanels(const DenseWeights& weights, int panel,
                                                       const QuantizedRows& input, int row,
                                                       float* output) {
  const int width = weights.inputs;
  const int8_t* left = weights.codes + size_t(panel) * 8 * size_t(width);
  const int8_t* right = left + 8 * size_t(width);
  const int16_t* a = input.codes + size_t(row) * size_t(width);
  __m256i sums[4][2];
  for (auto& pair : sums) pair[0] = pair[1] = _mm256_setzero_si256();
  for (int i = 0; i < width; i += 2, left += 16, right += 16) {
    const __m256i w0 =
        _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(left)));
    const __m256i w1 =
        _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(right)));
    for (int r = 0; r < 4; ++r) {
      const __m256i x = Pair(a + i * kRowBlock + r * 2);
      sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(x, w0));
      sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(x, w1));
    }
  }
  for (int r = 0; r < 4; ++r) {
    float* out = output + size_t(row + r) * size_t(weights.outputs) + panel * 8;
    for (int side = 0; side < 2; ++side) {
      Finish(sums[r][side], input.scales[row + r], weights.scales + (panel + side) * 8,
             weights.bias + (panel + side) * 8, out + side * 8);
    }
  }
}

}  // namespace

bool HasWideDense() {
  static const bool has = __builtin_cpu_supports("avx2");
  return has;
}

void DenseIntegerWide(const DenseWeights& weights, const QuantizedRows& input, int rows,
                      float* output) {
  for (int panel = 0; panel < weights.outputs / 8; panel += 2) {
    for (int row = 0; row < rows; row += kRowBlock) {
      MultiplyTwoPanels(weights, panel, input, row, output);
    }
  }
}

#else

bool HasWideDense() { return false; }
void DenseIntegerWide(const DenseWeights&, const QuantizedRows&, int, float*) {}

#endif

}  // namespace meander
