// See weights.h.
#include "net/weights.h"

#include <cmath>
#include <string>

namespace meander {
namespace {

constexpr size_t kWordBytes = size_t{kVocabularySize} * kWordRowBytes;

bool AreFinite(const float* values, int count) {
  for (int i = 0; i < count; ++i) {
    if (!std::isfinite(values[i])) return false;
  }
  return true;
}

std::unexpected<Error> Damaged() {
  return Fail(ErrorCode::kCorrupt, "The reader's weights arrived damaged. Please try again.");
}

}  // namespace

Result<Weights> Weights::Open(ByteSpan layers) {
  if (layers.size() != kModelLayout.byte_count ||
      reinterpret_cast<uintptr_t>(layers.data()) % 16 != 0) {
    return Damaged();
  }
  bool are_finite = true;
  const auto floats = [&](size_t offset, int count) {
    const auto* values = reinterpret_cast<const float*>(layers.data() + offset);
    are_finite = are_finite && AreFinite(values, count);
    return values;
  };
  const auto codes = [&](size_t offset) {
    return reinterpret_cast<const int8_t*>(layers.data() + offset);
  };
  const auto dense = [&](const DenseLayout& at) {
    return DenseWeights{codes(at.codes), floats(at.scales, at.outputs), floats(at.bias, at.outputs),
                        at.inputs, at.outputs};
  };
  const auto norm = [&](const NormLayout& at) {
    return NormWeights{floats(at.gain, kWidth), floats(at.bias, kWidth)};
  };
  Weights weights;
  weights.layer_bytes_ = layers;
  weights.position_codes_ = codes(kModelLayout.position_codes);
  weights.position_scales_ = floats(kModelLayout.position_scales, kMaxTokens);
  weights.type_row_ = floats(kModelLayout.type_row, kWidth);
  weights.embedding_norm_ = norm(kModelLayout.embedding_norm);
  for (int i = 0; i < kLayerCount; ++i) {
    const LayerLayout& at = kModelLayout.layers[i];
    weights.layers_[i] = {dense(at.qkv),  dense(at.mix),     dense(at.up),
                          dense(at.down), norm(at.mix_norm), norm(at.down_norm)};
  }
  if (!are_finite) return Damaged();
  weights.words_ = std::make_unique_for_overwrite<uint8_t[]>(kWordBytes);
  weights.has_word_.resize(kVocabularySize);
  return weights;
}

Result<Weights> Weights::WithLayers(ByteSpan layers) const {
  TRY(Weights weights, Open(layers));
  std::memcpy(weights.words_.get(), words_.get(), kWordBytes);
  weights.has_word_ = has_word_;
  return weights;
}

Result<void> Weights::PutWordRows(uint32_t first_rank, ByteSpan rows) {
  const size_t count = rows.size() / kWordRowBytes;
  if (rows.size() % kWordRowBytes != 0 || first_rank > kVocabularySize ||
      count > kVocabularySize - first_rank) {
    return Damaged();
  }
  for (size_t i = 0; i < count; ++i) {
    float scale;
    std::memcpy(&scale, &rows[i * kWordRowBytes], 4);
    if (!std::isfinite(scale)) return Damaged();
  }
  if (count > 0) std::memcpy(&words_[size_t{first_rank} * kWordRowBytes], rows.data(), rows.size());
  for (size_t i = 0; i < count; ++i) has_word_[first_rank + i] = true;
  return {};
}

}  // namespace meander
