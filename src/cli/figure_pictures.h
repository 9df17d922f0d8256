// A figure's pictures for letters: one still, one that moves.
#pragma once

#include <cstdint>
#include <vector>

#include "cli/still_stage.h"

namespace meander {

// 1200 × 630 with a palette; at most 300 kB, or as light as it gets.
Result<std::vector<uint8_t>> LetterPng(StillStage& stage, const std::string& address);
// Twelve pictures, the first whole, then the way to it; narrower until it is at most 1 MB.
Result<std::vector<uint8_t>> LetterGif(StillStage& stage);

inline constexpr size_t kLetterBytes = 300'000, kGifBytes = 1'000'000;

}  // namespace meander
