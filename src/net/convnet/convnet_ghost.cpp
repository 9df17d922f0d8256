// See convnet_ghost.h.
#include "net/convnet/convnet_ghost.h"

#include <span>

#include "base/rng.h"
#include "net/aligned_copy.h"
#include "net/shuffle_by.h"

namespace meander {
Result<ConvnetGhost> MakeConvnetGhost(const ConvnetWeights& weights, uint64_t seed) {
  AlignedCopy copy(weights.bytes());
  const std::span<uint8_t> bytes = copy.bytes;
  for (int index = 0; index < kConvLayerCount; ++index) {
    Rng rng(seed * kConvLayerCount + static_cast<uint64_t>(index));
    const ConvLayer& layer = LayerOf(index);
    uint8_t* const numbers = bytes.data() + layer.numbers;
    if (layer.is_coded) {
      ShuffleBy(rng, std::span(numbers, layer.matrix_size()));
    } else {
      ShuffleBy(rng, std::span(reinterpret_cast<float*>(numbers), layer.matrix_size()));
    }
  }
  TRY(const ConvnetWeights made, ConvnetWeights::Open(bytes));
  return ConvnetGhost{std::move(copy.storage), made};
}

}  // namespace meander
