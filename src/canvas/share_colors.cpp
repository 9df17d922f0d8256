// Share: colours as an author writes them, and which of them can be seen (share_text.h).
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "canvas/colors.h"
#include "canvas/share_text.h"

namespace meander {
namespace {

int DigitOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Relative luminance, WCAG 2.2.
float LuminanceOf(std::string_view color) {
  constexpr float kWeights[] = {0.2126f, 0.7152f, 0.0722f};
  float sum = 0;
  for (size_t part = 0; part < 3; ++part) {
    const int value = DigitOf(color[1 + 2 * part]) * 16 + DigitOf(color[2 + 2 * part]);
    const float v = static_cast<float>(value) / 255;
    sum += kWeights[part] * (v <= 0.04045f ? v / 12.92f : std::pow((v + 0.055f) / 1.055f, 2.4f));
  }
  return sum;
}

}  // namespace

std::string HexOf(Token token, ThemeKind theme) {
  const PackedColor color = ColorOf(token, theme);
  char text[16];
  std::snprintf(text, sizeof(text), "#%02X%02X%02X", static_cast<unsigned>(color & 255),
                static_cast<unsigned>(color >> 8 & 255), static_cast<unsigned>(color >> 16 & 255));
  return text;
}

bool IsColor(std::string_view text) {
  return text.size() == 7 && text[0] == '#' &&
         std::ranges::all_of(text.substr(1), [](char c) { return DigitOf(c) >= 0; });
}

uint32_t ColorNumber(std::string_view text) {
  if (!IsColor(text)) return 0;
  uint32_t number = 1;
  for (const char c : text.substr(1)) number = number << 4 | static_cast<uint32_t>(DigitOf(c));
  return number;
}

float ContrastOf(std::string_view one, std::string_view other) {
  if (!IsColor(one) || !IsColor(other)) return 1;
  const float a = LuminanceOf(one), b = LuminanceOf(other);
  return (std::max(a, b) + 0.05f) / (std::min(a, b) + 0.05f);
}

Faint FaintOnWater(std::string_view color, ShareTheme theme) {
  constexpr float kLeast = 3;
  const auto is_lost = [&](ThemeKind kind) {
    return ContrastOf(color, HexOf(Token::kWater, kind)) < kLeast;
  };
  if (theme == ShareTheme::kDark) {
    return is_lost(ThemeKind::kDark) ? Faint::kOnDark : Faint::kNo;
  }
  // Where the page decides, a figure in the dark goes back to the design's own if it must.
  return is_lost(ThemeKind::kLight) ? Faint::kOnLight : Faint::kNo;
}

uint32_t PathColorIn(ThemeKind theme, std::string_view accent) {
  const ShareTheme on = theme == ThemeKind::kDark ? ShareTheme::kDark : ShareTheme::kLight;
  return FaintOnWater(accent, on) == Faint::kNo ? ColorNumber(accent) : 0;
}

}  // namespace meander
