// Zoom buttons.
#include "canvas/widgets/zoom_column.h"

#include <array>

#include "canvas/widgets/card.h"
#include "canvas/widgets/hit.h"
#include "canvas/widgets/icons.h"
#include "canvas/widgets/shape.h"

namespace meander {
namespace {

float Side() { return CurrentUi().touch ? 44.f : 38.f; }

}  // namespace

Point2 ZoomColumnSize(bool with_fit) { return {Side(), Side() * (with_fit ? 3.f : 2.f)}; }

ZoomPress ZoomColumn(Point2 corner_px, bool with_fit) {
  constexpr std::array kPresses = {ZoomPress::kIn, ZoomPress::kOut, ZoomPress::kFit};
  constexpr std::array kIcons = {Icon::kPlus, Icon::kMinus, Icon::kFit};
  constexpr std::array<std::string_view, 3> kIds = {"in", "out", "fit"};
  const Point2 size = ZoomColumnSize(with_fit);
  const Rect box{corner_px - size, corner_px};
  const Card card("zoom", box, size.x / 2);
  ZoomPress press = ZoomPress::kNone;
  const float side = Side();
  for (int i = 0; i < (with_fit ? 3 : 2); ++i) {
    const Rect part{{box.low.x, box.low.y + side * static_cast<float>(i)},
                    {box.high.x, box.low.y + side * static_cast<float>(i + 1)}};
    const Hit hit = HitArea(kIds[i], part, part);
    if (hit.pressed) press = kPresses[i];
    const Point2 center = (part.low + part.high) * 0.5f;
    if (hit.hovered || hit.held) {
      const Point2 half{side / 2 - 4, side / 2 - 4};
      FillRounded(card.list(), {center - half, center + half}, half.x,
                  UiColor(hit.held ? Token::kRule : Token::kLand1));
    }
    if (i > 0) {
      card.list()->AddRectFilled({box.low.x, part.low.y}, {box.high.x, part.low.y + 1},
                                 UiColor(Token::kRule));
    }
    DrawIcon(card.list(), kIcons[i], center, 16, UiColor(Token::kInk));
  }
  return press;
}

}  // namespace meander
