// The small pieces SVG is made of: numbers, colours, escaped text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "canvas/colors.h"
#include "space/point.h"

namespace meander {

class SvgText {
 public:
  explicit SvgText(ThemeKind theme) : theme_(theme) {}

  ThemeKind theme() const { return theme_; }
  SvgText& Raw(std::string_view text) {
    out_ += text;
    return *this;
  }
  // Two decimals at most, no exponent; values beyond ±10⁷ and NaN become 0, so that any scene is
  // valid SVG.
  SvgText& Number(float value);
  SvgText& Point(Point2 at);                // "x y"
  SvgText& Escaped(std::string_view utf8);  // broken UTF-8 repaired, control characters dropped
  SvgText& Base64(std::span<const uint8_t> bytes);
  //  name="value", with a space before it
  SvgText& Attribute(std::string_view name, float value);
  SvgText& Attribute(std::string_view name, std::string_view value);
  // name="#rrggbb" and, unless opaque, name-opacity
  SvgText& Color(std::string_view name, PackedColor color);
  SvgText& Color(std::string_view name, Paint paint) { return Color(name, ColorOf(paint, theme_)); }

  std::string Take() { return std::move(out_); }
  size_t size() const { return out_.size(); }

 private:
  ThemeKind theme_;
  std::string out_;
};

}  // namespace meander
