// Whole numbers in what the page's actions carry as text, read without trust.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace meander {

// A whole number and nothing else; −1 for anything that is none.
int NumberIn(std::string_view text);
// "1 4 97": three numbers of 0 … 65535, and whatever stands behind; nothing where one is missing.
std::optional<std::array<int, 3>> ThreeNumbersIn(std::string_view text);

}  // namespace meander
