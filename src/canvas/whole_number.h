// Whole numbers in what the page's actions carry as text, read without trust.
#pragma once

#include <string_view>

namespace meander {

// A whole number and nothing else; −1 for anything that is none.
int NumberIn(std::string_view text);

}  // namespace meander
