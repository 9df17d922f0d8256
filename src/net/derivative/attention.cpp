// See attention.h.
#include "net/derivative/attention.h"

#include <cstring>

#include "net/model_layout.h"
#include "net/simd.h"

namespace meander {
namespace {

using simd::F4;

constexpr int kStride = 3 * kWidth;
constexpr int kVectors = kHeadWidth / 4;
constexpr float kScale = 0.17677669f;  // 1 / sqrt(kHeadWidth)

// One head's part of a row in registers.
struct HeadRow {
  F4 at[kVectors];
};
inline HeadRow Zero() {
  HeadRow row;
  for (F4& x : row.at) x = simd::Splat(0.f);
  return row;
}
inline HeadRow LoadRow(const float* from) {
  HeadRow row;
  for (int i = 0; i < kVectors; ++i) row.at[i] = simd::Load<F4>(from + 4 * i);
  return row;
}
inline void StoreRow(const HeadRow& row, float* to) {
  for (int i = 0; i < kVectors; ++i) simd::Store(to + 4 * i, row.at[i]);
}
inline void AddTimes(HeadRow& sum, float factor, const HeadRow& row) {
  for (int i = 0; i < kVectors; ++i) sum.at[i] += simd::Splat(factor) * row.at[i];
}
inline void AddTimesTo(float* to, float factor, const HeadRow& row) {
  for (int i = 0; i < kVectors; ++i) {
    simd::Store(to + 4 * i, simd::Load<F4>(to + 4 * i) + simd::Splat(factor) * row.at[i]);
  }
}
inline float Dot(const HeadRow& a, const float* b) {
  F4 sum = simd::Splat(0.f);
  for (int i = 0; i < kVectors; ++i) sum += a.at[i] * simd::Load<F4>(b + 4 * i);
  return simd::Sum(sum);
}

}  // namespace

void AttentionForwardMode(const float* qkv, const float* shares, int tokens,
                          const float* qkv_change, float* mixed_change) {
  float score_changes[kMaxTokens];
  for (int head = 0; head < kHeadCount; ++head) {
    const float* const q = qkv + head * kHeadWidth;
    const float* const dq = qkv_change + head * kHeadWidth;
    for (int t = 0; t < tokens; ++t) {
      const float* const p = shares + (size_t(head) * size_t(tokens) + size_t(t)) * size_t(tokens);
      const HeadRow query = LoadRow(q + size_t(t) * kStride);
      const HeadRow query_change = LoadRow(dq + size_t(t) * kStride);
      float mean = 0;
      for (int u = 0; u < tokens; ++u) {
        const size_t key = size_t(u) * kStride + kWidth;
        score_changes[u] = (Dot(query_change, q + key) + Dot(query, dq + key)) * kScale;
        mean += p[u] * score_changes[u];
      }
      HeadRow mixed = Zero();
      for (int u = 0; u < tokens; ++u) {
        const size_t value = size_t(u) * kStride + 2 * kWidth;
        AddTimes(mixed, p[u] * (score_changes[u] - mean), LoadRow(q + value));
        AddTimes(mixed, p[u], LoadRow(dq + value));
      }
      StoreRow(mixed, mixed_change + size_t(t) * kWidth + head * kHeadWidth);
    }
  }
}

void AttentionReverseMode(const float* qkv, const float* shares, int tokens,
                          const float* mixed_gradient, float* qkv_gradient) {
  std::memset(qkv_gradient, 0, size_t(tokens) * kStride * sizeof(float));
  float share_gradients[kMaxTokens];
  for (int head = 0; head < kHeadCount; ++head) {
    const float* const q = qkv + head * kHeadWidth;
    float* const gq = qkv_gradient + head * kHeadWidth;
    for (int t = 0; t < tokens; ++t) {
      const float* const p = shares + (size_t(head) * size_t(tokens) + size_t(t)) * size_t(tokens);
      const HeadRow query = LoadRow(q + size_t(t) * kStride);
      const HeadRow go = LoadRow(mixed_gradient + size_t(t) * kWidth + head * kHeadWidth);
      float mean = 0;
      for (int u = 0; u < tokens; ++u) {
        const size_t value = size_t(u) * kStride + 2 * kWidth;
        share_gradients[u] = Dot(go, q + value);
        mean += p[u] * share_gradients[u];
        AddTimesTo(gq + value, p[u], go);
      }
      HeadRow query_gradient = Zero();
      for (int u = 0; u < tokens; ++u) {
        const size_t key = size_t(u) * kStride + kWidth;
        const float score_gradient = p[u] * (share_gradients[u] - mean) * kScale;
        AddTimes(query_gradient, score_gradient, LoadRow(q + key));
        AddTimesTo(gq + key, score_gradient, query);
      }
      StoreRow(query_gradient, gq + size_t(t) * kStride);
    }
  }
}

}  // namespace meander
