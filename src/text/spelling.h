// A line as its letters: what the spelling space is made of.
#pragma once

#include <string_view>
#include <vector>

#include "space/gram_code.h"

namespace meander {

// Runs of 2, 3 and 4 characters. Case and accents are dropped, apostrophes too; whatever else is no
// letter or digit is one space, and so are both ends.
std::vector<GramCount> SpellingGrams(std::string_view text);

}  // namespace meander
