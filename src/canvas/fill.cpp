// See fill.h.
#include "canvas/fill.h"

#include <cstdio>

namespace meander {

std::string Fill(std::string_view sentence,
                 std::initializer_list<std::pair<std::string_view, std::string>> parts) {
  std::string out;
  for (size_t at = 0; at < sentence.size();) {
    const size_t open = sentence.find('{', at);
    const size_t close = open == sentence.npos ? open : sentence.find('}', open);
    if (close == sentence.npos) return out += sentence.substr(at);
    out += sentence.substr(at, open - at);
    const std::string_view name = sentence.substr(open + 1, close - open - 1);
    for (const auto& [part, value] : parts) {
      if (part == name) out += value;
    }
    at = close + 1;
  }
  return out;
}

std::string WithCommas(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string Decimals(float value, int count) {
  char text[64];
  std::snprintf(text, sizeof(text), "%.*f", count, static_cast<double>(value));
  return text;
}

std::string TwoDecimals(float value) {
  const std::string text = Decimals(value, 2);
  // Nobody writes a minus before nothing.
  return text == "-0.00" ? "0.00" : text;
}

std::string Megabytes(uint64_t bytes) { return WithCommas((bytes + 500000) / 1000000) + " MB"; }

}  // namespace meander
