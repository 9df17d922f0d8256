// See convnet_ghost.h.
#include "net/convnet/convnet_ghost.h"

#include "base/rng.h"
#include "net/aligned_copy.h"
#include "net/shuffle_by.h"

namespace meander {

void ShuffleLayer(const ConvLayer& layer, int index, int count, uint64_t seed,
                  std::span<uint8_t> bytes) {
  Rng rng(seed * static_cast<uint64_t>(count) + static_cast<uint64_t>(index));
  uint8_t* const numbers = bytes.data() + layer.numbers;
  if (layer.is_coded) {
    ShuffleBy(rng, std::span(numbers, layer.matrix_size()));
  } else {
    ShuffleBy(rng, std::span(reinterpret_cast<float*>(numbers), layer.matrix_size()));
  }
}

Result<ConvnetGhost> MakeConvnetGhost(const ConvnetWeights& weights, uint64_t seed) {
  AlignedCopy copy(weights.bytes());
  for (int index = 0; index < kConvLayerCount; ++index) {
    ShuffleLayer(LayerOf(index), index, kConvLayerCount, seed, copy.bytes);
  }
  TRY(const ConvnetWeights made, ConvnetWeights::Open(copy.bytes));
  return ConvnetGhost{std::move(copy.storage), made};
}

}  // namespace meander
