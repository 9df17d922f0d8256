// Puts words together: {name} parts of a sentence from web/words.json are filled in, numbers
// written as people read them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace meander {

std::string Fill(std::string_view sentence,
                 std::initializer_list<std::pair<std::string_view, std::string>> parts);
std::string WithCommas(uint64_t number);       // 10,033
std::string TwoDecimals(float value);          // 0.48
std::string Decimals(float value, int count);  // 0.984
std::string Megabytes(uint64_t bytes);         // "12 MB"

}  // namespace meander
