// Multi-head self-attention for one sequence, in floats.
#pragma once

#include <span>

namespace meander {

// `qkv`: [tokens, 3 * kWidth], query, key and value side by side. `mixed`: [tokens, kWidth]. Both
// have room up to a multiple of four tokens; what stands there is without meaning.
// `scratch` holds AttentionScratchFloats(tokens). When `weights_out` is not empty it gets every
// head's attention matrix, [kHeadCount, tokens, tokens]. Vaswani et al. 2017, eq. 1.
void Attend(const float* qkv, int tokens, float* mixed, float* scratch,
            std::span<float> weights_out);

// Keys turned on their side for one head, and four rows of scores; tokens are padded to a multiple
// of eight there.
constexpr int PaddedKeys(int tokens) { return (tokens + 7) / 8 * 8; }
constexpr int AttentionScratchFloats(int tokens) { return (32 + 4) * PaddedKeys(tokens); }

}  // namespace meander
