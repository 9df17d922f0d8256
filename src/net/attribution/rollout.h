// Attention rollout (Abnar and Zuidema 2020): each layer's attention, the mean over its heads, is
// mixed half and half with the identity (the way around it), and the layers are multiplied. The
// text's vector is the mean over places, so a place's share is the mean of its column.
#pragma once

#include <vector>

#include "net/derivative/recording.h"

namespace meander {

// One share a token; they add up to 1. The recording must have been read from the text.
std::vector<double> RolloutShares(const Recording& recording);

}  // namespace meander
