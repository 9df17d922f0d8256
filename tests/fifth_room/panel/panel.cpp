// See panel.h.
#include "panel/panel.h"

#include "canvas/theme.h"
#include "canvas/widgets/card.h"
#include "canvas/widgets/pill_button.h"

namespace meander {

Rect IslandsCardBox(const View& view) {
  const float bottom = view.viewport.height_px - 18;
  return {{18, bottom - 92}, {218, bottom}};
}

std::vector<std::string> DrawIslandsCard(const IslandsState& state, const View& view) {
  std::vector<std::string> pressed;
  if (state.stops.empty()) return pressed;
  const Rect box = IslandsCardBox(view);
  Card card("islands", box);
  DrawText(card.list(), kCardTitleText, {box.low.x + 16, box.low.y + 30}, UiColor(Token::kInk),
           state.NameOf(state.stops.back()));
  const Rect place{{box.low.x + 16, box.high.y - 46}, {box.low.x + 16 + 90, box.high.y - 16}};
  if (PillButton(place, "Forget", {})) pressed.push_back("forget");
  return pressed;
}

}  // namespace meander
