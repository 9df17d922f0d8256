// Numbered discs.
#include "canvas/widgets/stop_disc.h"

#include "canvas/widgets/hit.h"
#include "canvas/widgets/shape.h"

namespace meander {

bool StopDisc(std::string_view id, Point2 center_px, std::string_view numeral, StopLook look) {
  const float radius = look == StopLook::kCurrent ? 10.f : 8.f;
  const Point2 reach{radius, radius};
  const Rect box{center_px - reach, center_px + reach};
  const Hit hit = HitArea(id, box);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Token rim = look == StopLook::kAhead ? Token::kEdge : Token::kAccent;
  if (hit.hovered) {
    const Point2 around{radius + 5, radius + 5};
    FillRounded(list, {center_px - around, center_px + around}, radius + 5,
                UiColor(Token::kAccentSoft));
  }
  FillRounded(list, box, radius, UiColor(rim));
  if (look != StopLook::kCurrent) {
    const Point2 inner{radius - 2, radius - 2};
    FillRounded(list, {center_px - inner, center_px + inner}, radius - 2, UiColor(Token::kRaised));
  }
  DrawTextIn(list, kNumeralText, box,
             UiColor(look == StopLook::kCurrent ? Token::kOnAccent
                     : look == StopLook::kAhead ? Token::kInk3
                                                : Token::kInk),
             numeral);
  return hit.pressed;
}

}  // namespace meander
