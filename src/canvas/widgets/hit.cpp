// Hit areas on top of Dear ImGui's invisible buttons.
#include "canvas/widgets/hit.h"

#include <algorithm>

#include "canvas/theme.h"

namespace meander {

Hit HitArea(std::string_view id, const Rect& in_px, const Rect& limit_px) {
  const float least = CurrentUi().touch ? 44.f : 24.f;
  const Point2 grow{std::max(0.f, (least - in_px.width()) / 2),
                    std::max(0.f, (least - in_px.height()) / 2)};
  Rect area{in_px.low - grow, in_px.high + grow};
  if (limit_px.width() > 0) {
    area.low = {std::max(area.low.x, limit_px.low.x), std::max(area.low.y, limit_px.low.y)};
    area.high = {std::min(area.high.x, limit_px.high.x), std::min(area.high.y, limit_px.high.y)};
  }
  ImGui::SetCursorScreenPos({area.low.x, area.low.y});
  ImGui::PushID(id.data(), id.data() + id.size());
  Hit hit;
  hit.pressed =
      ImGui::InvisibleButton("hit", {std::max(area.width(), 1.f), std::max(area.height(), 1.f)});
  hit.hovered = ImGui::IsItemHovered();
  hit.held = ImGui::IsItemActive();
  ImGui::PopID();
  return hit;
}

}  // namespace meander
