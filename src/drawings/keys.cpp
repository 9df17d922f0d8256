// See keys.h.
#include "drawings/keys.h"

#include <algorithm>

#include "drawings/sentences.h"
#include "drawings/wishes.h"

namespace meander {
namespace {

using Kind = DrawingTarget::Kind;

Effects MovePlace(DrawingsState& state, int columns, int rows) {
  const std::optional<uint16_t> place = PlaceOfDrawing(state);
  if (!place) return {};
  const int side = kDrawingLayers[state.look.layer].told_side;
  const int column = std::clamp(*place % side + columns, 0, side - 1);
  const int row = std::clamp(*place / side + rows, 0, side - 1);
  state.hovered = {};
  state.pinned = {Kind::kPlace, state.look.layer, static_cast<uint16_t>(row * side + column)};
  return {SetLinkEffect{false}, SayEffect{PointedInDrawing(state)}};
}

// The next of the signs that it told, after the first; then none.
Effects NextRival(DrawingsState& state) {
  const DrawingsLookAnswer* seen = TrainedSeenNow(state);
  if (seen == nullptr || seen->signs.size() < 2) return {};
  const auto at = std::ranges::find(seen->signs, state.look.b, &DrawnSign::index);
  const size_t next =
      at == seen->signs.end() ? 1 : static_cast<size_t>(at - seen->signs.begin()) + 1;
  return ApplyToDrawings(
      state, "against",
      next < seen->signs.size() ? std::to_string(seen->signs[next].index) : "none");
}

}  // namespace

std::string DrawingTargetText(const DrawingTarget& target) {
  return std::to_string(static_cast<int>(target.kind)) + " " + std::to_string(target.a) + " " +
         std::to_string(target.b);
}

std::optional<Effects> DrawingKey(DrawingsState& state, std::string_view key) {
  const auto act = [&](std::string_view action, std::string_view argument = {}) {
    return ApplyToDrawings(state, action, argument);
  };
  if (key == "ArrowLeft") return MovePlace(state, -1, 0);
  if (key == "ArrowRight") return MovePlace(state, 1, 0);
  if (key == "ArrowUp") return MovePlace(state, 0, -1);
  if (key == "ArrowDown") return MovePlace(state, 0, 1);
  if (key == "]" || key == "PageDown") return act("deeper");
  if (key == "[" || key == "PageUp") return act("shallower");
  if (key == " " || key == "Space") return act("play");
  if (key.size() == 1 && key[0] >= '2' && key[0] <= '9') return act("group-count", key);
  if (key == "z" || key == "Z" || key == "Backspace") return act("undo");
  if (key == "c" || key == "C") return act("clear");
  if (key == "n" || key == "N") return act("next-example");
  if (key == "x" || key == "X") return NextRival(state);
  if (key == "g" || key == "G") return act("ghost");
  if (key == "l" || key == "L") return act("list");
  if (key == "s" || key == "S") return act("save-strokes");
  if (key == "?") return act("help");
  if (key == "Enter" || key == "p" || key == "P") {
    const DrawingTarget target = state.pointed();
    return target.kind == Kind::kNone ? Effects{} : act("pin", DrawingTargetText(target));
  }
  if (key == "Escape") {
    if (state.is_playing) return act("play");
    if (state.pointed().kind != Kind::kNone) return act("show-all");
  }
  return std::nullopt;
}

}  // namespace meander
