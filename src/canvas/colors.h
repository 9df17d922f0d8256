// Design tokens resolved to colours of a theme, and the small arithmetic on packed colours that
// drawing, SVG and PNG share. No Dear ImGui here.
#pragma once

#include <array>
#include <cstdint>

#include "canvas/figure.h"
#include "canvas/scene.h"
#include "canvas/tokens.h"

namespace meander {

// 0xAABBGGRR, straight alpha.
using PackedColor = uint32_t;

// The colour an author chose for the path, or 0. One program shows one figure, and every picture of
// it has the same path.
inline PackedColor chosen_path_color = 0;
// `chosen`: 0 for none, else 1 << 24 and 0xRRGGBB.
inline void SetPathColor(uint32_t chosen) {
  const PackedColor swapped = ((chosen & 0xFF) << 16) | (chosen & 0xFF00) | ((chosen >> 16) & 0xFF);
  chosen_path_color = chosen == 0 ? 0 : 0xFF000000u | swapped;
}

// Another path for as long as this lives: a figure's, drawn in a page that has its own.
class ScopedPathColor {
 public:
  explicit ScopedPathColor(uint32_t chosen) : before_(chosen_path_color) {
    if (chosen != 0) SetPathColor(chosen);
  }
  ~ScopedPathColor() { chosen_path_color = before_; }
  ScopedPathColor(const ScopedPathColor&) = delete;
  ScopedPathColor& operator=(const ScopedPathColor&) = delete;

 private:
  PackedColor before_;
};

inline PackedColor ColorOf(Token token, ThemeKind theme) {
  if (token == Token::kAccent && chosen_path_color != 0) return chosen_path_color;
  const auto& colors = theme == ThemeKind::kDark ? kDarkColors : kLightColors;
  return colors[static_cast<int>(token)];
}

// The same colour with its alpha multiplied by `opacity` (clamped to 0..1).
inline PackedColor Faded(PackedColor color, float opacity) {
  const float clamped = opacity < 0 ? 0 : opacity > 1 ? 1 : opacity;
  const auto alpha = static_cast<uint32_t>(static_cast<float>(color >> 24) * clamped + 0.5f);
  return (color & 0x00FFFFFFu) | (alpha << 24);
}

inline PackedColor ColorOf(Paint paint, ThemeKind theme) {
  return Faded(ColorOf(paint.token, theme), paint.opacity);
}

// The colour of dots of this hue; hues that the palette has not are as its last one.
inline Token DotToken(Palette palette, int hue) {
  if (palette == Palette::kTopics) return TopicDot(hue < kTopicCount ? hue : kTopicCount - 1);
  if (palette == Palette::kPlain) return Token::kInk3;
  const Token grades[] = {Token::kTrustGood, Token::kTrustFair, Token::kTrustPoor};
  return grades[hue < 2 ? hue : 2];
}

// Red, green, blue, alpha in 0..1, straight.
inline std::array<float, 4> UnpackColor(PackedColor color) {
  return {static_cast<float>(color & 255) / 255, static_cast<float>((color >> 8) & 255) / 255,
          static_cast<float>((color >> 16) & 255) / 255, static_cast<float>(color >> 24) / 255};
}

}  // namespace meander
