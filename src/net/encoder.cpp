// See encoder.h. Post-norm transformer: x ← norm(x + mix(attend(x))), x ← norm(x +
// down(gelu(up(x)))).
#include "net/encoder.h"

#include <cmath>
#include <cstring>

#include "net/attention.h"
#include "net/row_math.h"
#include "net/simd.h"

namespace meander {
namespace {

using simd::F4;

constexpr size_t kMaxCodes = size_t{kMaxTokens} * kInnerWidth;

void AddRows(const float* from, int count, float* to) {
  for (int i = 0; i < count; i += 4) {
    simd::Store(to + i, simd::Load<F4>(to + i) + simd::Load<F4>(from + i));
  }
}

// The mean over all tokens, at unit length (the model's pooling and normalisation).
void PoolToUnit(const float* hidden, int tokens, std::span<float> out) {
  for (int i = 0; i < kWidth; i += 4) {
    F4 sum = simd::Splat(0.f);
    for (int t = 0; t < tokens; ++t) sum += simd::Load<F4>(hidden + size_t(t) * kWidth + i);
    simd::Store(&out[size_t(i)], sum);
  }
  F4 squares = simd::Splat(0.f);
  for (int i = 0; i < kWidth; i += 4) {
    const F4 x = simd::Load<F4>(&out[size_t(i)]);
    squares += x * x;
  }
  const F4 factor = simd::Splat(1.f / std::sqrt(simd::Sum(squares)));
  for (int i = 0; i < kWidth; i += 4) {
    simd::Store(&out[size_t(i)], simd::Load<F4>(&out[size_t(i)]) * factor);
  }
}

}  // namespace

Encoder::Encoder(const Weights& weights, FloatLayer float_layer)
    : weights_(weights), float_layer_(float_layer) {
  static_assert(kMaxTokens % kRowBlock == 0);
  hidden_.resize(size_t{kMaxTokens} * kWidth);
  mixed_.resize(size_t{kMaxTokens} * kWidth);
  wide_.resize(size_t{kMaxTokens} * kInnerWidth);
  codes_.resize(2 * kMaxCodes);
  scales_.resize(kMaxTokens);
  scratch_.resize(AttentionScratchFloats(kMaxTokens));
}

void Encoder::Embed(std::span<const int32_t> ids) {
  for (size_t t = 0; t < ids.size(); ++t) {
    const uint8_t* word = weights_.WordRow(ids[t]);
    float word_scale;
    std::memcpy(&word_scale, word, 4);
    const auto* word_codes = reinterpret_cast<const int8_t*>(word + 4);
    const int8_t* position_codes = weights_.position_codes() + t * kWidth;
    const float position_scale = weights_.position_scales()[t];
    float* row = &hidden_[t * kWidth];
    for (int i = 0; i < kWidth; ++i) {
      row[i] = (static_cast<float>(word_codes[i]) * word_scale + weights_.type_row()[i]) +
               static_cast<float>(position_codes[i]) * position_scale;
    }
    LayerNorm(weights_.embedding_norm(), row);
  }
}

void Encoder::Dense(const DenseWeights& dense, const float* input, int tokens, float* output) {
  if (float_layer_ != nullptr) return float_layer_(dense, input, tokens, output);
  const QuantizedRows rows{codes_.data(), scales_.data(), codes_.data() + kMaxCodes};
  QuantizeActivations(input, tokens, dense.inputs, rows);
  DenseInteger(dense, rows, tokens, output);
}

void Encoder::RunLayer(int index, int tokens, const Taps* taps) {
  const LayerWeights& layer = weights_.layer(index);
  const int count = tokens * kWidth;
  Dense(layer.qkv, hidden_.data(), tokens, wide_.data());
  std::span<float> shares;
  if (taps != nullptr && taps->attention) {
    shares_.resize(size_t{kHeadCount} * size_t(tokens) * size_t(tokens));
    shares = shares_;
  }
  Attend(wide_.data(), tokens, mixed_.data(), scratch_.data(), shares);
  if (!shares.empty()) taps->attention(index, shares);
  Dense(layer.mix, mixed_.data(), tokens, wide_.data());
  AddRows(wide_.data(), count, hidden_.data());
  for (int t = 0; t < tokens; ++t) LayerNorm(layer.mix_norm, &hidden_[size_t(t) * kWidth]);
  Dense(layer.up, hidden_.data(), tokens, wide_.data());
  Gelu(wide_.data(), tokens * kInnerWidth);
  if (taps != nullptr && taps->inner) {
    taps->inner(index, std::span(wide_).first(size_t(tokens) * kInnerWidth));
  }
  Dense(layer.down, wide_.data(), tokens, mixed_.data());
  AddRows(mixed_.data(), count, hidden_.data());
  for (int t = 0; t < tokens; ++t) LayerNorm(layer.down_norm, &hidden_[size_t(t) * kWidth]);
}

Result<void> Encoder::Encode(std::span<const int32_t> ids, std::span<float> unit_vector,
                             const Taps* taps) {
  if (ids.empty() || ids.size() > kMaxTokens || unit_vector.size() != kWidth) {
    return Fail(ErrorCode::kInvalidInput, "A text to be read has 1 to 128 pieces.");
  }
  for (const int32_t id : ids) {
    if (id < 0 || id >= kVocabularySize) {
      return Fail(ErrorCode::kInvalidInput, "A piece of the text is not in the vocabulary.");
    }
    if (!weights_.HasWord(id)) {
      return Fail(ErrorCode::kUnavailable, "A word of the text has not arrived yet.");
    }
  }
  const int tokens = static_cast<int>(ids.size());
  const auto tell_hidden = [&](int depth) {
    if (taps != nullptr && taps->hidden) {
      taps->hidden(depth, std::span(hidden_).first(size_t(tokens) * kWidth));
    }
  };
  Embed(ids);
  tell_hidden(0);
  for (int index = 0; index < kLayerCount; ++index) {
    RunLayer(index, tokens, taps);
    tell_hidden(index + 1);
  }
  PoolToUnit(hidden_.data(), tokens, unit_vector);
  return {};
}

}  // namespace meander
