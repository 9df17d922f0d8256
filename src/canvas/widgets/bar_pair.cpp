// The pair of bars.
#include "canvas/widgets/bar_pair.h"

#include <algorithm>

#include "canvas/widgets/shape.h"

namespace meander {

void DrawBarPair(ImDrawList* list, const Rect& in_px, float filled_left, float outlined_right) {
  const float middle = (in_px.low.x + in_px.high.x) / 2, half = in_px.width() / 2 - 1;
  const float left = half * std::clamp(filled_left, 0.f, 1.f);
  const float right = half * std::clamp(outlined_right, 0.f, 1.f);
  list->AddRectFilled({in_px.low.x, in_px.high.y - 1}, {in_px.high.x, in_px.high.y},
                      UiColor(Token::kRule));
  if (left > 0.5f) {
    FillRounded(list, {{middle - 1 - left, in_px.low.y}, {middle - 1, in_px.high.y}}, 2,
                UiColor(Token::kInk2));
  }
  if (right > 0.5f) {
    OutlineRounded(list, {{middle + 1, in_px.low.y}, {middle + 1 + right, in_px.high.y}}, 2, 1.4f,
                   UiColor(Token::kInk2));
  }
}

}  // namespace meander
