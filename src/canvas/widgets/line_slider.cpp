// The line slider.
#include "canvas/widgets/line_slider.h"

#include <algorithm>

#include "canvas/widgets/hit.h"
#include "canvas/widgets/shape.h"

namespace meander {

bool LineSlider(std::string_view id, const Rect& in_px, float& value, bool focused) {
  const float radius = CurrentUi().touch ? 12.f : 8.f;
  const Hit hit = HitArea(id, in_px);
  const float run = std::max(in_px.width() - 2 * radius, 1.f);
  bool moved = false;
  if (hit.held) {
    const float wanted =
        std::clamp((ImGui::GetIO().MousePos.x - in_px.low.x - radius) / run, 0.f, 1.f);
    moved = wanted != value;
    value = wanted;
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float y = (in_px.low.y + in_px.high.y) / 2;
  const Point2 thumb{in_px.low.x + radius + run * std::clamp(value, 0.f, 1.f), y};
  FillRounded(list, {{in_px.low.x, y - 1}, {in_px.high.x, y + 1}}, 1, UiColor(Token::kEdge));
  FillRounded(list, {{in_px.low.x, y - 1.2f}, {thumb.x, y + 1.2f}}, 1.2f, UiColor(Token::kInk));
  const Point2 outer{radius, radius}, inner{radius - 2, radius - 2};
  const Rect box{thumb - outer, thumb + outer};
  if (hit.hovered && !hit.held) {
    const Point2 around{radius + 4, radius + 4};
    FillRounded(list, {thumb - around, thumb + around}, radius + 4, UiColor(Token::kInk, 0.08f));
  }
  FillRounded(list, box, radius, UiColor(hit.held ? Token::kAccent : Token::kInk));
  FillRounded(list, {thumb - inner, thumb + inner}, radius - 2, UiColor(Token::kRaised));
  if (focused) DrawFocusRing(list, box, radius);
  return moved;
}

}  // namespace meander
