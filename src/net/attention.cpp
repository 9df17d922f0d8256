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
  for (int t = 0; t < padded; ++t) {
    const float* key = keys + size_t(t) * kStride;
    for (int d = 0; d < kHeadWidth; ++d) {
      keys_by_dim[d * padded + t] = t < tokens ? key[d] : 0.f;
    }
  }
}

void ScoreRow(const float* query, const float* keys_by_dim, int padded, float* scores) {
  const F4 scale = simd::Splat(0.17677669f);  // 1 / sqrt(kHeadWidth)
  for (int t = 0; t < padded; t += 4) {
    F4 even = simd::Splat(0.f), odd = simd::Splat(0.f);
    for (int d = 0; d < kHeadWidth; d += 2) {
      even += simd::Splat(query[d]) * simd::Load<F4>(keys_by_dim + d * padded + t);
      odd += simd::Splat(query[d + 1]) * simd::Load<F4>(keys_by_dim + (d + 1) * padded + t);
    }
    simd::Store(scores + t, (even + odd) * scale);
  }
}

void MixRow(const float* shares, const float* values, int tokens, float* out) {
  F4 sums[kHeadWidth / 4];
  for (F4& sum : sums) sum = simd::Splat(0.f);
  for (int t = 0; t < tokens; ++t) {
    const F4 share = simd::Splat(shares[t]);
    const float* value = values + size_t(t) * kStride;
    for (int i = 0; i < kHeadWidth / 4; ++i) sums[i] += share * simd::Load<F4>(value + 4 * i);
  }
  for (int i = 0; i < kHeadWidth / 4; ++i) simd::Store(out + 4 * i, sums[i]);
}

}  // namespace

void Attend(const float* qkv, int tokens, float* mixed, float* scratch,
            std::span<float> weights_out) {
  const int padded = (tokens + 3) / 4 * 4;
  float* const keys_by_dim = scratch;
  float* const shares = scratch + kHeadWidth * padded;
  for (int head = 0; head < kHeadCount; ++head) {
    const float* query = qkv + head * kHeadWidth;
    const float* key = query + kWidth;
    const float* value = key + kWidth;
    TransposeKeys(key, tokens, padded, keys_by_dim);
    for (int t = 0; t < tokens; ++t) {
      ScoreRow(query + size_t(t) * kStride, keys_by_dim, padded, shares);
      Softmax(shares, tokens);
      MixRow(shares, value, tokens, mixed + size_t(t) * kWidth + head * kHeadWidth);
      if (!weights_out.empty()) {
        std::memcpy(&weights_out[(size_t(head) * size_t(tokens) + size_t(t)) * size_t(tokens)],
                    shares, size_t(tokens) * sizeof(float));
      }
    }
  }
}

}  // namespace meander
