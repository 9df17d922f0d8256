// Multi-head self-attention for one sequence, in floats.
#pragma once

#include <span>

namespace meander {

// `qkv`: [tokens, 3 * kWidth], query, key and value side by side. `mixed`: [tokens, kWidth].
// `scratch` holds AttentionScratchFloats(tokens). When `weights_out` is not empty it gets every
// head's attention matrix, [kHeadCount, tokens, tokens]. Vaswani et al. 2017, eq. 1.
void Attend(const float* qkv, int tokens, float* mixed, float* scratch,
            std::span<float> weights_out);

// Keys turned on their side for one head, and one row of scores.
constexpr int AttentionScratchFloats(int tokens) {
  const int padded = (tokens + 3) / 4 * 4;
  return 32 * padded + padded;
}

}  // namespace meander
