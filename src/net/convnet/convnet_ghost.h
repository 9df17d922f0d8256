// The ghost of the network that looks at pictures: the same network with the numbers of every
// layer's matrix put into another order within that layer. It has the same numbers and none of the
// knowledge: a map that it draws as well was never a reason (Adebayo et al. 2018, "Sanity checks
// for saliency maps"). Scales and biases stay with their outputs, so that layers stay as loud as
// they were.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "net/convnet/convnet_weights.h"

namespace meander {

// Puts the numbers of layer number `index` of `count` into another order, where they lie in a
// network's `bytes`.
void ShuffleLayer(const ConvLayer& layer, int index, int count, uint64_t seed,
                  std::span<uint8_t> bytes);

struct ConvnetGhost {
  std::vector<uint8_t> storage;  // what `weights` looks into; moving keeps it in place
  ConvnetWeights weights;
};
// The same seed gives the same ghost everywhere. kCorrupt only if the weights were.
Result<ConvnetGhost> MakeConvnetGhost(const ConvnetWeights& weights, uint64_t seed);

}  // namespace meander
