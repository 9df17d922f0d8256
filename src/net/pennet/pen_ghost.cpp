// See pen_ghost.h.
#include "net/pennet/pen_ghost.h"

#include "net/convnet/convnet_ghost.h"
#include "net/pennet/pen_layout.h"

namespace meander {

void MakePenGhost(std::span<uint8_t> bytes, uint64_t seed) {
  for (int index = 0; index < kPenLayerCount; ++index) {
    const PenLayer& layer = PenLayerOf(index);
    if (layer.has_weights()) ShuffleLayer(layer.shape, index, kPenLayerCount, seed, bytes);
  }
}

}  // namespace meander
