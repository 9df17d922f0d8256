// The ghost: the same encoder with the numbers of every weight matrix, and of every bias, put into
// another order within their own layer. It has the same numbers and none of the knowledge: what it
// explains as well as the encoder does was never an explanation (Adebayo et al. 2018). Words keep
// their own rows, layer norms their place.
#pragma once

#include <cstdint>
#include <vector>

#include "net/weights.h"

namespace meander {

struct Ghost {
  std::vector<uint8_t> storage;  // what `weights` looks into; moving keeps it in place
  Weights weights;
};
// The same seed gives the same ghost everywhere. kCorrupt only if the weights were.
Result<Ghost> MakeGhost(const Weights& weights, uint64_t seed);

}  // namespace meander
