// See keys.h.
#include "pictures/keys.h"

#include <algorithm>

#include "pictures/flow.h"
#include "pictures/growing.h"
#include "pictures/page_parts.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

using Kind = PictureTarget::Kind;

Effects StepPlace(PicturesState& state, int columns, int rows) {
  const std::optional<uint16_t> place = PlaceOf(state);
  if (!place) return {};
  const int side = kPictureLayers[state.look.layer].told_side;
  const int column = std::clamp(*place % side + columns, 0, side - 1);
  const int row = std::clamp(*place / side + rows, 0, side - 1);
  state.hovered = {};
  state.pinned = {Kind::kPlace, state.look.layer, static_cast<uint16_t>(row * side + column)};
  Effects effects = AskPictures(state);
  effects.push_back(SetLinkEffect{false});
  effects.push_back(SayEffect{PointedInPicture(state)});
  return effects;
}

// Units: along the layer.
Effects StepUnit(PicturesState& state, int by) {
  const std::optional<ShownUnit> unit = UnitOf(state);
  if (!unit) return {};
  const int count =
      unit->layer > kPictureEnd ? kPictureClassCount : kPictureLayers[unit->layer].channels;
  const int next = (unit->channel + by + count) % count;
  return ApplyToPictures(state, "unit-along",
                         std::to_string(unit->layer) + " " + std::to_string(next));
}

}  // namespace

std::optional<Effects> PictureKey(PicturesState& state, std::string_view key, bool shift) {
  const auto act = [&](std::string_view action, std::string_view argument = {}) {
    return ApplyToPictures(state, action, argument);
  };
  const bool is_units = state.look.view == PictureView::kUnits;
  if (is_units && shift && (key == "ArrowLeft" || key == "ArrowRight")) {
    return StepStill(state, key == "ArrowRight" ? 1 : -1);
  }
  if (is_units && (key == "ArrowLeft" || key == "ArrowRight")) {
    return StepUnit(state, key == "ArrowRight" ? 1 : -1);
  }
  if (FlowSeen(state) != nullptr && key.starts_with("Arrow")) {
    if (key == "ArrowLeft") return StepAlongFlow(state, -1, 0);
    if (key == "ArrowRight") return StepAlongFlow(state, 1, 0);
    return StepAlongFlow(state, 0, key == "ArrowDown" ? 1 : -1);
  }
  if (key == "ArrowLeft") return StepPlace(state, -1, 0);
  if (key == "ArrowRight") return StepPlace(state, 1, 0);
  if (key == "ArrowUp") return StepPlace(state, 0, -1);
  if (key == "ArrowDown") return StepPlace(state, 0, 1);
  if (key == "]" || key == "PageDown") return act("deeper");
  if (key == "[" || key == "PageUp") return act("shallower");
  // Where Space is taken, Shift and Space play depth.
  if (key == " " || key == "Space") return act(is_units && !shift ? "grow" : "play");
  if (key.size() == 1 && key[0] >= '1' && key[0] <= '4') {
    return act("slice", std::to_string(key[0] - '1'));
  }
  if (key == "x" || key == "X") return act("by");
  const bool is_grid = state.look.view == PictureView::kGrid;
  if (is_grid && (key == "+" || key == "=")) return act("closer");
  if (is_grid && (key == "-" || key == "_")) return act("further");
  if (key == "+" || key == "=") return act("group-count", std::to_string(state.look.groups + 1));
  if (key == "-" || key == "_") {
    return act("group-count", std::to_string(std::max(state.look.groups - 1, 2)));
  }
  if (key == "o" || key == "O" || key == "i" || key == "I") return act("only");
  if (key == "a" || key == "A") return act("flow");
  if (key == "h" || key == "H") return act("hide");
  if (key == "g" || key == "G") return act("ghost");
  if (key == "l" || key == "L") return act("list");
  if (key == "n" || key == "N") return act("next-photo");
  if (key == "s" || key == "S") return act("swap-classes");
  if (key == "?") return act("help");
  if (key == "Enter" || key == "p" || key == "P") {
    const PictureTarget target = state.pointed();
    return target.kind == Kind::kNone ? Effects{} : act("pin", PictureTargetText(target));
  }
  if (key == "Escape") {
    if (state.is_playing) return act("play");
    if (state.look.only || state.look.hides || state.pointed().kind != Kind::kNone) {
      return act("show-all");
    }
    if (is_units && !state.trail.empty()) return act("card-back");
    if (state.look.has_unit) return act("unit");
  }
  return std::nullopt;
}

}  // namespace meander
