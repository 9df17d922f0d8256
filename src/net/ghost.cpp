// See ghost.h.
#include "net/ghost.h"

#include <span>

#include "base/rng.h"
#include "net/aligned_copy.h"
#include "net/shuffle_by.h"

namespace meander {
Result<Ghost> MakeGhost(const Weights& weights, uint64_t seed) {
  AlignedCopy copy(weights.layers());
  const std::span<uint8_t> layers = copy.bytes;
  for (int index = 0; index < kLayerCount; ++index) {
    Rng rng(seed * kLayerCount + static_cast<uint64_t>(index));
    const LayerLayout& layer = kModelLayout.layers[index];
    for (const DenseLayout& dense : {layer.qkv, layer.mix, layer.up, layer.down}) {
      ShuffleBy(rng, layers.subspan(dense.codes, size_t(dense.inputs) * size_t(dense.outputs)));
      auto* const bias = reinterpret_cast<float*>(layers.data() + dense.bias);
      ShuffleBy(rng, std::span(bias, static_cast<size_t>(dense.outputs)));
    }
  }
  TRY(Weights made, weights.WithLayers(layers));
  return Ghost{std::move(copy.storage), std::move(made)};
}

}  // namespace meander
