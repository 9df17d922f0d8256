// Placing and setting a tooltip.
#include "canvas/widgets/tooltip.h"

#include <algorithm>
#include <string>

#include "canvas/text_metrics.h"
#include "canvas/widgets/shape.h"

namespace meander {

Rect DrawTooltip(ImDrawList* list, Point2 anchor_px, float gap_px, const Rect& within_px,
                 std::string_view title, std::string_view detail, float opacity) {
  constexpr float kPadX = 12, kMargin = 8, kWidest = 280;
  const float room = std::min(kWidest, within_px.width() - 2 * kMargin) - 2 * kPadX;
  const std::string first = FitText(kHeadingText.face, kHeadingText.size_px, title, room);
  const std::string second = FitText(kSmallText.face, kSmallText.size_px, detail, room);
  const Point2 size{std::max(WidthOf(kHeadingText, first), WidthOf(kSmallText, second)) + 2 * kPadX,
                    second.empty() ? 32.f : 52.f};
  // Below right; to the left or above where that would leave the chart.
  Point2 at{anchor_px.x + gap_px, anchor_px.y + gap_px / 2};
  if (at.x + size.x > within_px.high.x - kMargin) at.x = anchor_px.x - gap_px - size.x;
  if (at.y + size.y > within_px.high.y - kMargin) at.y = anchor_px.y - gap_px / 2 - size.y;
  at.x = std::clamp(at.x, within_px.low.x + kMargin,
                    std::max(within_px.low.x + kMargin, within_px.high.x - kMargin - size.x));
  at.y = std::clamp(at.y, within_px.low.y + kMargin,
                    std::max(within_px.low.y + kMargin, within_px.high.y - kMargin - size.y));
  const Rect box{at, at + size};
  FillRounded(list, box, 8, UiColor(Token::kInk, opacity));
  const float first_baseline =
      second.empty() ? MiddleBaseline(kHeadingText, box.low.y, box.high.y) : box.low.y + 21;
  DrawText(list, kHeadingText, {at.x + kPadX, first_baseline}, UiColor(Token::kPaper, opacity),
           first);
  if (!second.empty()) {
    DrawText(list, kSmallText, {at.x + kPadX, box.low.y + 39},
             UiColor(Token::kPaper, 0.78f * opacity), second);
  }
  return box;
}

}  // namespace meander
