// Numbers without locale or exponent, text without markup.
#include "canvas/svg_text.h"

#include <cmath>

#include "base/utf8.h"

namespace meander {

SvgText& SvgText::Number(float value) {
  if (!(std::fabs(value) < 1e7f)) value = 0;
  auto hundredths = static_cast<int64_t>(std::llround(static_cast<double>(value) * 100));
  if (hundredths < 0) {
    out_ += '-';
    hundredths = -hundredths;
  }
  out_ += std::to_string(hundredths / 100);
  const auto rest = static_cast<int>(hundredths % 100);
  if (rest == 0) return *this;
  out_ += '.';
  out_ += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out_ += static_cast<char>('0' + rest % 10);
  return *this;
}

SvgText& SvgText::Point(Point2 at) { return Number(at.x).Raw(" ").Number(at.y); }

SvgText& SvgText::Escaped(std::string_view utf8) {
  for (const char c : RepairUtf8(utf8)) {
    switch (c) {
      case '&':
        out_ += "&amp;";
        break;
      case '<':
        out_ += "&lt;";
        break;
      case '>':
        out_ += "&gt;";
        break;
      case '"':
        out_ += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20) out_ += c;
    }
  }
  return *this;
}

SvgText& SvgText::Base64(std::span<const uint8_t> bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (size_t i = 0; i < bytes.size(); i += 3) {
    const uint32_t group = bytes[i] << 16 | (i + 1 < bytes.size() ? bytes[i + 1] << 8 : 0) |
                           (i + 2 < bytes.size() ? bytes[i + 2] : 0);
    for (size_t k = 0; k < 4; ++k) {
      out_ += i + k > bytes.size() ? '=' : kDigits[group >> (18 - 6 * k) & 63];
    }
  }
  return *this;
}

SvgText& SvgText::Attribute(std::string_view name, float value) {
  return Raw(" ").Raw(name).Raw("=\"").Number(value).Raw("\"");
}

SvgText& SvgText::Attribute(std::string_view name, std::string_view value) {
  return Raw(" ").Raw(name).Raw("=\"").Escaped(value).Raw("\"");
}

SvgText& SvgText::Color(std::string_view name, PackedColor color) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  Raw(" ").Raw(name).Raw("=\"#");
  for (const int shift : {4, 0, 12, 8, 20, 16}) out_ += kDigits[color >> shift & 15];
  Raw("\"");
  const uint32_t alpha = color >> 24;
  if (alpha == 255) return *this;
  return Raw(" ").Raw(name).Raw("-opacity=\"").Number(static_cast<float>(alpha) / 255).Raw("\"");
}

}  // namespace meander
