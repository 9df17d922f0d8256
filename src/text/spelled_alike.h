// Titles whose words begin with the same letters, and texts without such words: what is left of two
// texts' closeness when spelling has nothing to say (make/spelling_pairs.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meander {

// The beginnings, three letters or more, that a word of `a` shares with one of `b`; case and
// accents do not count, nor do "the", "and", "for". Sorted, each once.
std::vector<std::u32string> SharedBeginnings(std::string_view a, std::string_view b);
// Whether a whole word stands in both; those three do not count.
bool ShareAWord(std::string_view a, std::string_view b);
// The text without every word that begins so.
std::string WithoutBeginnings(std::string_view text, const std::vector<std::u32string>& beginnings);

}  // namespace meander
