// Letters A to Z made small; every other byte stays.
#pragma once

#include <string>
#include <string_view>

namespace meander {

inline std::string LowerCase(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

}  // namespace meander
