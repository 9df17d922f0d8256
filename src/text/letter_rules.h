// How an English word that no dictionary has is probably said: letter-to-sound rules tried in
// order, longest first, in the manner of Elovitz et al. (1976). Measured on the dictionary's own
// words: see the test.
#pragma once

#include <string>
#include <string_view>

namespace meander {

// Phones of a word of small letters (others are skipped), one vowel with first stress if it has
// any.
std::string PhonesByRule(std::string_view word);

}  // namespace meander
