// See attention.h. Keys are transposed once a head, so that both products run along vectors.
#include "net/attention.h"

#include <cstring>

#include "net/model_layout.h"
#include "net/row_math.h"
#include "net/simd.h"

namespace meander {
namespace {

using simd::F4;

constexpr int kStride = 3 * kWidth;
static_assert(kHeadWidth == 32);

// keys_by_dim[d][t] = key of token t, dimension d; padding tokens are zero.
void TransposeKeys(const float* keys, int tokens, int padded, float* keys_by_dim) {
  for (int t = 0; t < padded; t += 4) {
    for (int d = 0; d < kHeadWidth; d += 4) {
      F4 rows[4] = {};
      for (int i = 0; i < 4 && t + i < tokens; ++i) {
        rows[i] = simd::Load<F4>(keys + size_t(t + i) * kStride + d);
      }
      simd::Transpose(rows);
      for (int i = 0; i < 4; ++i) simd::Store(keys_by_dim + (d + i) * padded + t, rows[i]);
    }
  }
}

// Scores of kQueries neighbouring tokens' queries, rows of `padded` floats; eight keys at a time.
// Even and odd dimensions are summed apart.
template <int kQueries>
void Score(const float* queries, const float* keys_by_dim, int padded, float* scores) {
  const F4 scale = simd::Splat(0.17677669f);  // 1 / sqrt(kHeadWidth)
  for (int t = 0; t < padded; t += 8) {
    F4 even[kQueries][2] = {}, odd[kQueries][2] = {};
    const float* keys = keys_by_dim + t;
    const float* query = queries;
    for (const float* const end = query + kHeadWidth; query < end; query += 2, keys += 2 * padded) {
      for (int side = 0; side < 2; ++side) {
        const F4 key = simd::Load<F4>(keys + 4 * side);
        const F4 next = simd::Load<F4>(keys + padded + 4 * side);
        for (int q = 0; q < kQueries; ++q) {
          even[q][side] += simd::Splat(query[q * kStride]) * key;
          odd[q][side] += simd::Splat(query[q * kStride + 1]) * next;
        }
      }
    }
    for (int q = 0; q < kQueries; ++q) {
      for (int side = 0; side < 2; ++side) {
        simd::Store(scores + q * padded + t + 4 * side, (even[q][side] + odd[q][side]) * scale);
      }
    }
  }
}

// The values' mean by each query's shares, half of the head's dimensions at a time.
template <int kQueries>
void Mix(const float* shares, int padded, const float* values, int tokens, float* out) {
  constexpr int kVectors = kHeadWidth / 8;
  for (int half = 0; half < 2; ++half) {
    F4 sums[kQueries][kVectors] = {};
    const float* value = values + half * 4 * kVectors;
    for (int t = 0; t < tokens; ++t, value += kStride) {
      for (int q = 0; q < kQueries; ++q) {
        const F4 share = simd::Splat(shares[q * padded + t]);
        for (int i = 0; i < kVectors; ++i) sums[q][i] += share * simd::Load<F4>(value + 4 * i);
      }
    }
    for (int q = 0; q < kQueries; ++q) {
      for (int i = 0; i < kVectors; ++i) {
        simd::Store(out + q * kWidth + 4 * (half * kVectors + i), sums[q][i]);
      }
    }
  }
}

}  // namespace

void Attend(const float* qkv, int tokens, float* mixed, float* scratch,
            std::span<float> weights_out) {
  const int padded = PaddedKeys(tokens);
  float* const keys_by_dim = scratch;
  float* const shares = scratch + kHeadWidth * padded;
  for (int head = 0; head < kHeadCount; ++head) {
    const float* query = qkv + head * kHeadWidth;
    const float* value = query + 2 * kWidth;
    TransposeKeys(query + kWidth, tokens, padded, keys_by_dim);
    const auto attend = [&]<int kQueries>(int t) {
      float* const out = mixed + size_t(t) * kWidth + head * kHeadWidth;
      Score<kQueries>(query + size_t(t) * kStride, keys_by_dim, padded, shares);
      for (int q = 0; q < kQueries; ++q) {
        Softmax(shares + q * padded, tokens);
        if (!weights_out.empty()) {
          const size_t row = size_t(head) * size_t(tokens) + size_t(t + q);
          std::memcpy(&weights_out[row * size_t(tokens)], shares + q * padded,
                      size_t(tokens) * sizeof(float));
        }
      }
      Mix<kQueries>(shares, padded, value, tokens, out);
    };
    int t = 0;
    for (; t + 2 <= tokens; t += 2) attend.operator()<2>(t);
    if (t < tokens) attend.operator()<1>(t);
  }
}

}  // namespace meander
