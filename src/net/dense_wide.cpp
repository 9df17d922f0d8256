// The integer dense layer on 256-bit vectors, for native x86 with AVX2, and on 512-bit ones where
// the processor multiplies and adds 16-bit pairs in one instruction (AVX-512 VNNI). Sums are exact
// integers and the scaling uses the same float operations in the same order, so results equal
// dense.cpp's.
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

#define MEANDER_WIDEST __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

// A pair of inputs' weights to the outputs of two neighbouring panels.
MEANDER_WIDEST inline __m512i TwoPanels(const int8_t* left, size_t panel_bytes) {
  const __m256i both = _mm256_inserti128_si256(
      _mm256_castsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(left))),
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(left + panel_bytes)), 1);
  return _mm512_cvtepi8_epi16(both);
}

// Four panels (32 outputs) and four rows at a time.
MEANDER_WIDEST void MultiplyFourPanels(const DenseWeights& weights, int panel,
                                       const QuantizedRows& input, int row, float* output) {
  const int width = weights.inputs;
  const size_t panel_bytes = 8 * size_t(width);
  const int8_t* codes = weights.codes + size_t(panel) * panel_bytes;
  const int16_t* a = input.codes + size_t(row) * size_t(width);
  __m512i sums[kRowBlock][2];
  for (auto& pair : sums) pair[0] = pair[1] = _mm512_setzero_si512();
  for (int i = 0; i < width; i += 2, codes += 16, a += 2 * kRowBlock) {
    const __m512i w0 = TwoPanels(codes, panel_bytes);
    const __m512i w1 = TwoPanels(codes + 2 * panel_bytes, panel_bytes);
    for (int r = 0; r < kRowBlock; ++r) {
      int pair;
      __builtin_memcpy(&pair, a + r * 2, 4);
      const __m512i x = _mm512_set1_epi32(pair);
      sums[r][0] = _mm512_dpwssd_epi32(sums[r][0], x, w0);
      sums[r][1] = _mm512_dpwssd_epi32(sums[r][1], x, w1);
    }
  }
  for (int r = 0; r < kRowBlock; ++r) {
    float* out = output + size_t(row + r) * size_t(weights.outputs) + panel * 8;
    for (int side = 0; side < 2; ++side) {
      const int at = panel * 8 + side * 16;
      const __m512 scale = _mm512_mul_ps(_mm512_set1_ps(input.scales[row + r]),
                                         _mm512_loadu_ps(weights.scales + at));
      const __m512 scaled = _mm512_mul_ps(_mm512_cvtepi32_ps(sums[r][side]), scale);
      _mm512_storeu_ps(out + side * 16, _mm512_add_ps(scaled, _mm512_loadu_ps(weights.bias + at)));
    }
  }
}

}  // namespace

bool HasWidestDense() {
  static const bool has = __builtin_cpu_supports("avx512vnni") &&
                          __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
  return has;
}

void DenseIntegerWidest(const DenseWeights& weights, const QuantizedRows& input, int rows,
                        float* output) {
  int panel = 0;
  for (; panel + 4 <= weights.outputs / 8; panel += 4) {
    for (int row = 0; row < rows; row += kRowBlock) {
      MultiplyFourPanels(weights, panel, input, row, output);
    }
  }
  for (; panel < weights.outputs / 8; panel += 2) {
    for (int row = 0; row < rows; row += kRowBlock) {
      MultiplyTwoPanels(weights, panel, input, row, output);
    }
  }
}

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

bool HasWidestDense() { return false; }
void DenseIntegerWidest(const DenseWeights&, const QuantizedRows&, int, float*) {}
bool HasWideDense() { return false; }
void DenseIntegerWide(const DenseWeights&, const QuantizedRows&, int, float*) {}

#endif

}  // namespace meander
