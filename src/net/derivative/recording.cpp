// See recording.h.
#include "net/derivative/recording.h"

#include <cstring>

#include "net/attention.h"
#include "net/dense.h"
#include "net/dense_float.h"
#include "net/derivative/attention.h"
#include "net/derivative/norm.h"
#include "net/row_math.h"
#include "net/simd.h"

namespace meander {
namespace {

using simd::F4;

void Add(const std::vector<float>& from, std::vector<float>& to) {
  for (size_t i = 0; i < to.size(); i += 4) {
    simd::Store(&to[i], simd::Load<F4>(&to[i]) + simd::Load<F4>(&from[i]));
  }
}

// Row r of `values` times row r % rows of `slopes`.
void Times(const std::vector<float>& slopes, std::vector<float>& values) {
  for (size_t first = 0; first < values.size(); first += slopes.size()) {
    for (size_t i = 0; i < slopes.size(); i += 4) {
      simd::Store(&values[first + i],
                  simd::Load<F4>(&values[first + i]) * simd::Load<F4>(&slopes[i]));
    }
  }
}

}  // namespace

Result<void> CheckIds(const Weights& weights, std::span<const int32_t> ids) {
  if (ids.empty() || ids.size() > kMaxTokens) {
    return Fail(ErrorCode::kInvalidInput, "A text to be read has 1 to 128 pieces.");
  }
  for (const int32_t id : ids) {
    if (id < 0 || id >= kVocabularySize) {
      return Fail(ErrorCode::kInvalidInput, "A piece of the text is not in the vocabulary.");
    }
    if (!weights.HasWord(id)) {
      return Fail(ErrorCode::kUnavailable, "A word of the text has not arrived yet.");
    }
  }
  return {};
}

Result<void> Recording::Read(std::span<const int32_t> ids) {
  TRY_VOID(CheckIds(weights_, ids));
  Embed(ids);
  const std::vector<float> embedded = hidden_[0];
  ReadFrom(0, embedded);
  return {};
}

void Recording::Embed(std::span<const int32_t> ids) {
  hidden_[0].resize(ids.size() * kWidth);
  for (size_t t = 0; t < ids.size(); ++t) {
    const uint8_t* const word = weights_.WordRow(ids[t]);
    float word_scale;
    std::memcpy(&word_scale, word, 4);
    const auto* const word_codes = reinterpret_cast<const int8_t*>(word + 4);
    const int8_t* const position_codes = weights_.position_codes() + t * kWidth;
    const float position_scale = weights_.position_scales()[t];
    float* const row = &hidden_[0][t * kWidth];
    for (int i = 0; i < kWidth; ++i) {
      row[i] = (static_cast<float>(word_codes[i]) * word_scale + weights_.type_row()[i]) +
               static_cast<float>(position_codes[i]) * position_scale;
    }
    LayerNorm(weights_.embedding_norm(), row);
  }
}

void Recording::ReadFrom(int depth, std::span<const float> hidden) {
  tokens_ = static_cast<int>(hidden.size() / kWidth);
  first_depth_ = depth;
  hidden_[depth].assign(hidden.begin(), hidden.end());
  for (int index = depth; index < kLayerCount; ++index) RunLayer(index);
  pooled_ = PoolForward(hidden_[kLayerCount]);
}

void Recording::RunLayer(int index) {
  const LayerWeights& weights = weights_.layer(index);
  LayerRecord& layer = layers_[index];
  const auto rows = static_cast<size_t>(tokens_);
  std::vector<float>& out = hidden_[index + 1];
  out.resize(rows * kWidth);
  // Attend goes four tokens at a time; what stands behind the last is cut off again.
  const auto padded = static_cast<size_t>(PaddedRows(tokens_));
  layer.qkv.resize(padded * 3 * kWidth);
  layer.shares.resize(size_t{kHeadCount} * rows * rows);
  layer.up.resize(rows * kInnerWidth);
  layer.slopes.resize(rows * kInnerWidth);
  for (auto* kept : {&layer.mix_normalised, &layer.down_normalised}) kept->resize(rows * kWidth);
  for (auto* kept : {&layer.mix_factors, &layer.down_factors}) kept->resize(rows);
  std::vector<float> mixed(padded * kWidth), scratch(AttentionScratchFloats(tokens_));

  DenseFloat(weights.qkv, hidden_[index].data(), tokens_, layer.qkv.data());
  Attend(layer.qkv.data(), tokens_, mixed.data(), scratch.data(), layer.shares);
  layer.qkv.resize(rows * 3 * kWidth);
  mixed.resize(rows * kWidth);
  DenseFloat(weights.mix, mixed.data(), tokens_, out.data());
  Add(hidden_[index], out);
  NormForward(weights.mix_norm, tokens_, out.data(), layer.mix_normalised.data(),
              layer.mix_factors.data());
  DenseFloat(weights.up, out.data(), tokens_, layer.up.data());
  GeluSlope(layer.up.data(), tokens_ * kInnerWidth, layer.slopes.data());
  layer.inner = layer.up;
  Gelu(layer.inner.data(), tokens_ * kInnerWidth);
  DenseFloat(weights.down, layer.inner.data(), tokens_, mixed.data());
  Add(mixed, out);
  NormForward(weights.down_norm, tokens_, out.data(), layer.down_normalised.data(),
              layer.down_factors.data());
}

std::vector<float> Recording::ReverseMode(std::vector<float> gradient, int depth,
                                          const InnerGradientTap& tap) const {
  return ReverseModeBetween(std::move(gradient), kLayerCount, depth, tap);
}

std::vector<float> Recording::ReverseModeBetween(std::vector<float> gradient, int from, int depth,
                                                 const InnerGradientTap& tap) const {
  const auto rows = static_cast<size_t>(tokens_);
  std::vector<float> inner(rows * kInnerWidth);
  for (int index = from - 1; index >= depth; --index) {
    const LayerWeights& weights = weights_.layer(index);
    const LayerRecord& layer = layers_[index];
    NormReverseMode(weights.down_norm, tokens_, layer.down_normalised.data(),
                    layer.down_factors.data(), gradient.data());
    DenseReverseMode(weights.down, gradient.data(), tokens_, inner.data());
    if (tap) tap(index, inner);
    ReverseModeBelow(index, inner, gradient);
  }
  return gradient;
}

void Recording::ReverseModeBelow(int index, std::vector<float>& inner,
                                 std::vector<float>& gradient) const {
  const LayerWeights& weights = weights_.layer(index);
  const LayerRecord& layer = layers_[index];
  const auto rows = static_cast<size_t>(tokens_);
  std::vector<float> narrow(rows * kWidth), qkv(rows * 3 * kWidth);
  Times(layer.slopes, inner);
  DenseReverseMode(weights.up, inner.data(), tokens_, narrow.data());
  Add(narrow, gradient);
  NormReverseMode(weights.mix_norm, tokens_, layer.mix_normalised.data(), layer.mix_factors.data(),
                  gradient.data());
  DenseReverseMode(weights.mix, gradient.data(), tokens_, narrow.data());
  AttentionReverseMode(layer.qkv.data(), layer.shares.data(), tokens_, narrow.data(), qkv.data());
  DenseReverseMode(weights.qkv, qkv.data(), tokens_, narrow.data());
  Add(narrow, gradient);
}

std::vector<float> Recording::ReverseModeFromInner(int layer,
                                                   std::vector<float> inner_gradient) const {
  std::vector<float> gradient(static_cast<size_t>(tokens_) * kWidth);
  ReverseModeBelow(layer, inner_gradient, gradient);
  return gradient;
}

std::vector<float> Recording::AfterInner(int index, std::span<const float> inner) const {
  const LayerWeights& weights = weights_.layer(index);
  const LayerRecord& layer = layers_[index];
  std::vector<float> out(static_cast<size_t>(tokens_) * kWidth), normalised(out.size());
  std::vector<float> factors(static_cast<size_t>(tokens_));
  DenseFloat(weights.down, inner.data(), tokens_, out.data());
  for (size_t i = 0; i < out.size(); ++i) {
    const size_t column = i % kWidth;
    out[i] +=
        layer.mix_normalised[i] * weights.mix_norm.gain[column] + weights.mix_norm.bias[column];
  }
  NormForward(weights.down_norm, tokens_, out.data(), normalised.data(), factors.data());
  return out;
}

void Recording::ForwardModeLayer(int index, std::vector<float>& changes) const {
  const LayerWeights& weights = weights_.layer(index);
  const LayerRecord& layer = layers_[index];
  const int rows = static_cast<int>(changes.size() / kWidth);
  const auto count = static_cast<size_t>(rows);
  std::vector<float> wide(count * kInnerWidth), narrow(count * kWidth);
  DenseForwardMode(weights.qkv, changes.data(), rows, wide.data());
  for (int first = 0; first < rows; first += tokens_) {
    AttentionForwardMode(layer.qkv.data(), layer.shares.data(), tokens_,
                         wide.data() + size_t(first) * 3 * kWidth,
                         narrow.data() + size_t(first) * kWidth);
  }
  // The mix's output lands in `wide`: it is narrower than what stood there.
  DenseForwardMode(weights.mix, narrow.data(), rows, wide.data());
  narrow.assign(wide.begin(), wide.begin() + static_cast<ptrdiff_t>(narrow.size()));
  Add(narrow, changes);
  NormForwardMode(weights.mix_norm, tokens_, layer.mix_normalised.data(), layer.mix_factors.data(),
                  rows, changes.data());
  DenseForwardMode(weights.up, changes.data(), rows, wide.data());
  Times(layer.slopes, wide);
  DenseForwardMode(weights.down, wide.data(), rows, narrow.data());
  Add(narrow, changes);
  NormForwardMode(weights.down_norm, tokens_, layer.down_normalised.data(),
                  layer.down_factors.data(), rows, changes.data());
}

void Recording::ForwardMode(int depth, std::vector<float>& changes) const {
  for (int index = depth; index < kLayerCount; ++index) ForwardModeLayer(index, changes);
}

}  // namespace meander
