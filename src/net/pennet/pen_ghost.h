// The ghost of the network that reads drawings, made as convnet/convnet_ghost.h makes that of the
// one that looks at pictures: the numbers of each layer's matrix are put into another order within
// that layer, scales and biases stay with their outputs. The encoder's (net/ghost.h) shuffles its
// biases too.
#pragma once

#include <cstdint>
#include <span>

namespace meander {

// Shuffles the weights within each layer where they lie: `bytes` are those of a whole pen net
// (PenWeights::Open has taken them). The same seed gives the same ghost everywhere.
void MakePenGhost(std::span<uint8_t> bytes, uint64_t seed);

}  // namespace meander
