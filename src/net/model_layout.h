// The shape of all-MiniLM-L6-v2 and where each of its tensors lies in the model's "layers" section.
// The builder (make/model.cpp) and the encoder read the same offsets, so nothing is repacked at
// start.
#pragma once

#include <cstddef>
#include <cstdint>

namespace meander {

inline constexpr int kLayerCount = 6;
inline constexpr int kWidth = 384;        // hidden size
inline constexpr int kInnerWidth = 1536;  // feed-forward size
inline constexpr int kHeadCount = 12;
inline constexpr int kHeadWidth = kWidth / kHeadCount;
inline constexpr int kMaxTokens = 128;
inline constexpr int kVocabularySize = 30522;
inline constexpr float kNormEpsilon = 1e-12f;
inline constexpr const char* kEncoderId = "all-MiniLM-L6-v2/int8";

// Activations are quantised per row to 14 bits and a sign; sums must stay below 2³¹.
inline constexpr int kActivationLimit = 8191;
static_assert(int64_t{kInnerWidth} * 127 * kActivationLimit < (int64_t{1} << 31));

// A dense layer's weights in panels of eight outputs: for each pair of inputs 16 bytes,
// o0i0 o0i1 o1i0 o1i1 … o7i0 o7i1; then one float scale and one float bias an output.
struct DenseLayout {
  size_t codes, scales, bias;  // byte offsets in the section
  int inputs, outputs;
};
struct NormLayout {
  size_t gain, bias;
};
struct LayerLayout {
  DenseLayout qkv;  // query, key and value side by side: 384 → 1152
  DenseLayout mix;  // attention output: 384 → 384
  NormLayout mix_norm;
  DenseLayout up;    // 384 → 1536
  DenseLayout down;  // 1536 → 384
  NormLayout down_norm;
};
struct ModelLayout {
  size_t position_codes;   // int8 [kMaxTokens, kWidth]
  size_t position_scales;  // float [kMaxTokens]
  size_t type_row;         // float [kWidth]: token type 0
  NormLayout embedding_norm;
  LayerLayout layers[kLayerCount];
  size_t byte_count;
};

constexpr ModelLayout MakeModelLayout() {
  ModelLayout layout{};
  size_t at = 0;
  const auto take = [&](size_t bytes) {
    const size_t here = at;
    at += (bytes + 63) / 64 * 64;
    return here;
  };
  const auto norm = [&] { return NormLayout{take(kWidth * 4), take(kWidth * 4)}; };
  const auto dense = [&](int inputs, int outputs) {
    const size_t codes = take(size_t(inputs) * size_t(outputs));
    const size_t scales = take(size_t(outputs) * 4);
    return DenseLayout{codes, scales, take(size_t(outputs) * 4), inputs, outputs};
  };
  layout.position_codes = take(size_t(kMaxTokens) * kWidth);
  layout.position_scales = take(kMaxTokens * 4);
  layout.type_row = take(kWidth * 4);
  layout.embedding_norm = norm();
  for (LayerLayout& layer : layout.layers) {
    layer.qkv = dense(kWidth, 3 * kWidth);
    layer.mix = dense(kWidth, kWidth);
    layer.mix_norm = norm();
    layer.up = dense(kWidth, kInnerWidth);
    layer.down = dense(kInnerWidth, kWidth);
    layer.down_norm = norm();
  }
  layout.byte_count = at;
  return layout;
}
inline constexpr ModelLayout kModelLayout = MakeModelLayout();

// The word table travels in one fixed order, commonest words first: the four marks the encoder
// adds, ASCII signs and letters, then the vocabulary's own order (by how often a word occurs, from
// id 1996), then other scripts' single characters, then the unused. Never by what somebody typed.
inline constexpr int kWordRowBytes = kWidth + 4;  // float scale, then int8 codes
constexpr int RankOfToken(int id) {
  if (id >= 100 && id <= 103) return id - 100;
  if (id >= 999 && id < 1064) return 4 + (id - 999);
  if (id >= 1996) return 69 + (id - 1996);
  if (id >= 1064) return 69 + (kVocabularySize - 1996) + (id - 1064);
  const int rest = 69 + (kVocabularySize - 1996) + (1996 - 1064);
  return id < 100 ? rest + id : rest + 100 + (id - 104);
}
static_assert(RankOfToken(998) == kVocabularySize - 1);

}  // namespace meander
