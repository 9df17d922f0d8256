// Segmented choices.
#include "canvas/widgets/segmented.h"

#include <string>

#include "canvas/widgets/hit.h"
#include "canvas/widgets/shape.h"

namespace meander {

std::optional<int> Segmented(std::string_view id, const Rect& in_px,
                             std::span<const std::string_view> labels, int chosen) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float radius = in_px.height() / 2;
  FillRounded(list, in_px, radius, UiColor(Token::kLand1));
  float words = 0;
  for (const std::string_view label : labels) words += WidthOf(kHeadingText, label);
  const float padding = (in_px.width() - words) / static_cast<float>(labels.size());
  std::optional<int> pressed;
  float left = in_px.low.x;
  for (size_t i = 0; i < labels.size(); ++i) {
    const float width = WidthOf(kHeadingText, labels[i]) + padding;
    const Rect part{{left, in_px.low.y}, {left + width, in_px.high.y}};
    const Hit hit = HitArea(std::string(id).append(labels[i]), part,
                            {{part.low.x, part.low.y - 20}, {part.high.x, part.high.y + 20}});
    if (hit.pressed) pressed = static_cast<int>(i);
    const bool current = static_cast<int>(i) == chosen;
    if (current) {
      const Rect inner{part.low + Point2{2, 2}, part.high - Point2{2, 2}};
      FillRounded(list, inner, inner.height() / 2, UiColor(Token::kRaised));
    }
    DrawTextIn(list, current ? kHeadingText : kUiText, part,
               UiColor(current || hit.hovered ? Token::kInk : Token::kInk2), labels[i]);
    left += width;
  }
  return pressed;
}

}  // namespace meander
