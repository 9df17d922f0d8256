// See file_name.h.
#include "app/file_name.h"

namespace meander {

std::string FileStemOf(std::string_view title) {
  std::string name;
  for (const char c : title) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_capital || is_plain) name += static_cast<char>(is_capital ? c - 'A' + 'a' : c);
    if (c == ' ' && !name.empty() && name.back() != '-') name += '-';
    if (name.size() >= 60) break;
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? "meander" : name;
}

}  // namespace meander
