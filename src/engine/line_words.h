// Which lines have a word in them, or end on a rhyme: what a way can be led through.
#pragma once

#include <string_view>
#include <vector>

#include "engine/line_store.h"

namespace meander {

inline constexpr std::string_view kRhymePrefix = "rhyme:";

// Lines of the ranges, ascending, that hold every word of `via` (each as it is, or with an s), or
// for "rhyme:word" whose last word rhymes with that word without being it. Sounds are prepared for
// a rhyme. kInvalidInput: no word.
Result<std::vector<uint32_t>> LinesWith(const LineStore& store, std::string_view via,
                                        const std::vector<std::pair<uint32_t, uint32_t>>& ranges);

}  // namespace meander
