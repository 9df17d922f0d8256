// The encoder's weights as views of bytes that somebody else holds: the layers whole, the word
// table row by row as it arrives. Nothing is copied except rows into their place in the table.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "net/model_layout.h"

namespace meander {

struct DenseWeights {
  const int8_t* codes = nullptr;  // panels, see DenseLayout
  const float* scales = nullptr;
  const float* bias = nullptr;
  int inputs = 0, outputs = 0;
};
struct NormWeights {
  const float* gain = nullptr;
  const float* bias = nullptr;
};
struct LayerWeights {
  DenseWeights qkv, mix, up, down;
  NormWeights mix_norm, down_norm;
};

class Weights {
 public:
  // `layers` must outlive this, be 16-byte aligned and exactly kModelLayout.byte_count long
  // (kCorrupt otherwise). The word table starts empty.
  static Result<Weights> Open(ByteSpan layers);

  // These words over other layers, which must outlive it like Open's; the word table is copied.
  Result<Weights> WithLayers(ByteSpan layers) const;

  // Rows [first_rank, …) of the word table, kWordRowBytes each, in the order of RankOfToken.
  Result<void> PutWordRows(uint32_t first_rank, ByteSpan rows);
  bool HasWord(int32_t token_id) const {
    return has_word_[static_cast<size_t>(RankOfToken(token_id))] != 0;
  }
  // kWordRowBytes: float scale, then kWidth codes. Only for words that are there.
  const uint8_t* WordRow(int32_t token_id) const {
    return &words_[static_cast<size_t>(RankOfToken(token_id)) * kWordRowBytes];
  }

  ByteSpan layers() const { return layer_bytes_; }  // what Open was given
  const LayerWeights& layer(int index) const { return layers_[index]; }
  const NormWeights& embedding_norm() const { return embedding_norm_; }
  const int8_t* position_codes() const { return position_codes_; }
  const float* position_scales() const { return position_scales_; }
  const float* type_row() const { return type_row_; }

 private:
  Weights() = default;

  ByteSpan layer_bytes_;
  LayerWeights layers_[kLayerCount];
  NormWeights embedding_norm_;
  const int8_t* position_codes_ = nullptr;
  const float* position_scales_ = nullptr;
  const float* type_row_ = nullptr;
  // Rows that have not come hold anything: eleven megabytes of zeros would be written for nothing.
  std::unique_ptr<uint8_t[]> words_;
  std::vector<uint8_t> has_word_;
};

}  // namespace meander
