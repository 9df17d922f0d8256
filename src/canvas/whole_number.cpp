// See whole_number.h.
#include "canvas/whole_number.h"

#include <charconv>

namespace meander {

int NumberIn(std::string_view text) {
  int value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failed == std::errc() && end == text.data() + text.size() && value >= 0 ? value : -1;
}

}  // namespace meander
