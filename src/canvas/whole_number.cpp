// See whole_number.h.
#include "canvas/whole_number.h"

#include <charconv>

namespace meander {

int NumberIn(std::string_view text) {
  int value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failed == std::errc() && end == text.data() + text.size() && value >= 0 ? value : -1;
}

std::optional<std::array<int, 3>> ThreeNumbersIn(std::string_view text) {
  std::array<int, 3> numbers{};
  const char* at = text.data();
  const char* end = at + text.size();
  for (int& number : numbers) {
    while (at < end && *at == ' ') ++at;
    const auto [next, failed] = std::from_chars(at, end, number);
    if (failed != std::errc() || number < 0 || number > 0xFFFF) return std::nullopt;
    at = next;
  }
  return numbers;
}

}  // namespace meander
