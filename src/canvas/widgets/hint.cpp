// The hint pill.
#include "canvas/widgets/hint.h"

#include "canvas/widgets/shape.h"

namespace meander {

void DrawHint(ImDrawList* list, Point2 at_px, std::string_view text, float fade) {
  if (fade <= 0) return;
  constexpr float kHeight = 32, kPadX = 15;
  const Rect box{at_px, at_px + Point2{WidthOf(kUiText, text) + 2 * kPadX, kHeight}};
  FillRounded(list, box, kHeight / 2, UiColor(Token::kInk, 0.94f * fade));
  DrawTextIn(list, kUiText, box, UiColor(Token::kPaper, fade), text);
}

}  // namespace meander
