// The design's three looks of a button.
#include "canvas/widgets/pill_button.h"

#include "canvas/widgets/hit.h"
#include "canvas/widgets/shape.h"

namespace meander {
namespace {

constexpr float kIconSize_px = 14;
constexpr float kIconGap_px = 7;
using Look = PillButtonOptions::Look;

TextStyle StyleOf(Look look) { return look == Look::kPrimary ? kHeadingText : kUiText; }

}  // namespace

float PillWidth(std::string_view label, Icon icon, float height_px) {
  const float padding = height_px < kPillHeight_px ? 13.f : 15.f;
  const float icon_px = icon == Icon::kNone ? 0 : kIconSize_px + kIconGap_px;
  return 2 * padding + icon_px + WidthOf(kHeadingText, label);
}

bool PillButton(const Rect& in_px, std::string_view label, const PillButtonOptions& options) {
  const Hit hit = options.disabled ? Hit{} : HitArea(label, in_px);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float radius = in_px.height() / 2;
  const float opacity = options.opacity * (options.disabled ? 0.45f : 1.f);
  const bool primary = options.look == Look::kPrimary;
  if (primary) {
    FillRounded(list, in_px, radius, UiColor(Token::kInk, opacity * (hit.hovered ? 0.88f : 1.f)));
  } else {
    if (hit.hovered || hit.held) {
      FillRounded(list, in_px, radius, UiColor(hit.held ? Token::kRule : Token::kLand1, opacity));
    }
    if (options.look == Look::kOutline) {
      OutlineRounded(list, in_px, radius, 1, UiColor(Token::kEdge, opacity));
    }
  }
  if (options.focused) DrawFocusRing(list, in_px, radius);
  const ImU32 color = UiColor(primary ? Token::kPaper : Token::kInk, opacity);
  const TextStyle style = StyleOf(options.look);
  const float icon_px =
      options.icon == Icon::kNone ? 0 : kIconSize_px + (label.empty() ? 0 : kIconGap_px);
  const float left = (in_px.low.x + in_px.high.x - icon_px - WidthOf(style, label)) / 2;
  DrawIcon(list, options.icon, {left + kIconSize_px / 2, (in_px.low.y + in_px.high.y) / 2},
           kIconSize_px, color);
  DrawText(list, style, {left + icon_px, MiddleBaseline(style, in_px.low.y, in_px.high.y)}, color,
           label);
  return hit.pressed;
}

}  // namespace meander
