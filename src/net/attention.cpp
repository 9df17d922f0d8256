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

// Queries go four neighbouring tokens at a time, the last ones with whatever stands behind them.
constexpr int kQueries = 4;

// Sums over every other dimension, from `first`, for eight keys.
struct HalfScores {
  F4 sums[kQueries][2];
};
inline HalfScores SumHalf(const float* queries, const float* keys, int padded) {
  HalfScores out{};
  for (const float* const end = queries + kHeadWidth; queries < end;
       queries += 2, keys += 2 * padded) {
    const F4 low = simd::Load<F4>(keys), high = simd::Load<F4>(keys + 4);
    for (int q = 0; q < kQueries; ++q) {
      const F4 query = simd::Splat(queries[q * kStride]);
      out.sums[q][0] += query * low;
      out.sums[q][1] += query * high;
    }
  }
  return out;
}

// Scores of the queries, rows of `padded` floats; eight keys at a time. Even and odd dimensions are
// summed apart.
void Score(const float* queries, const float* keys_by_dim, int padded, float* scores) {
  const F4 scale = simd::Splat(0.17677669f);  // 1 / sqrt(kHeadWidth)
  for (int t = 0; t < padded; t += 8) {
    const HalfScores even = SumHalf(queries, keys_by_dim + t, padded);
    const HalfScores odd = SumHalf(queries + 1, keys_by_dim + padded + t, padded);
    for (int q = 0; q < kQueries; ++q) {
      for (int side = 0; side < 2; ++side) {
        simd::Store(scores + q * padded + t + 4 * side,
                    (even.sums[q][side] + odd.sums[q][side]) * scale);
      }
    }
  }
}

// The values' mean by each query's shares, eight of the head's dimensions at a time.
void Mix(const float* shares, int padded, const float* values, int tokens, float* out) {
  for (int d = 0; d < kHeadWidth; d += 8) {
    F4 sums[kQueries][2] = {};
    const float* value = values + d;
    for (int t = 0; t < tokens; ++t, value += kStride) {
      const F4 low = simd::Load<F4>(value), high = simd::Load<F4>(value + 4);
      for (int q = 0; q < kQueries; ++q) {
        const F4 share = simd::Splat(shares[q * padded + t]);
        sums[q][0] += share * low;
        sums[q][1] += share * high;
      }
    }
    for (int q = 0; q < kQueries; ++q) {
      simd::Store(out + q * kWidth + d, sums[q][0]);
      simd::Store(out + q * kWidth + d + 4, sums[q][1]);
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
    for (int t = 0; t < tokens; t += kQueries) {
      Score(query + size_t(t) * kStride, keys_by_dim, padded, shares);
      for (int q = 0; q < kQueries && t + q < tokens; ++q) {
        Softmax(shares + q * padded, tokens);
        if (weights_out.empty()) continue;
        const size_t row = size_t(head) * size_t(tokens) + size_t(t + q);
        std::memcpy(&weights_out[row * size_t(tokens)], shares + q * padded,
                    size_t(tokens) * sizeof(float));
      }
      Mix(shares, padded, value, tokens, mixed + size_t(t) * kWidth + head * kHeadWidth);
    }
  }
}

}  // namespace meander
