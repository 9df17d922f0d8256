// One layer's grid of places: icons of what fires there, groups, or what each place speaks for.
#include <algorithm>
#include <cmath>

#include "pictures/flow.h"
#include "pictures/scene.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

constexpr float kClear = 0.92f;  // of a place's side: what the strongest takes
constexpr float kFaint = 0.2f;   // what recedes

float ShareOfSide(float part) { return kClear * std::sqrt(std::clamp(part, 0.f, 1.f)); }

// The strongest channels' icons laid over each other, each by its weight; false: there are none.
bool DrawBlend(PictureBrush& brush, const Rect& box, int layer, const PictureGrid& grid,
               size_t place, size_t most, float opacity) {
  const float radius = box.width() > 9 ? box.width() * 0.16f : 0.f;
  float sum = 0;
  for (size_t i = 0; i < most; ++i) {
    const float value = grid.values[4 * place + i];
    if (!(value > 0)) break;
    sum += value;
    const float weight = opacity < 1 ? opacity : value / sum;
    if (!brush.Icon(box, layer, grid.channels[4 * place + i], weight, radius)) return i > 0;
    if (opacity < 1) break;  // half seen, the strongest stands for all
  }
  return sum > 0;
}

void DrawFiring(PictureBrush& brush, const Rect& box, int layer, bool is_big, int only_place) {
  const PicturesLookAnswer* seen = LookSeen(brush.state);
  const PictureGrid& grid = seen->grids[static_cast<size_t>(layer)];
  const int side = kPictureLayers[static_cast<size_t>(layer)].told_side;
  const float most = GreatestOf(grid.strength);
  // Some of everything fires everywhere: without most of what they all have, they can be told
  // apart.
  const float ground = 0.75f * std::max(std::ranges::min(grid.strength), 0.f);
  // What is a few pixels wide shows one icon as well as four.
  const float cell_px = box.width() / static_cast<float>(side);
  const size_t icons = cell_px < 7 ? 1 : cell_px < 14 && !is_big ? 2 : 4;
  for (int place = 0; place < side * side; ++place) {
    const auto at = static_cast<size_t>(place);
    const float share = ShareOfSide((grid.strength[at] - ground) / std::max(most - ground, 1e-9f));
    if (share < 0.1f) continue;
    const Rect cell = PlaceBox(box, side, place, share);
    if (!brush.IsInWindow(cell)) continue;
    const float opacity = only_place < 0 || place == only_place ? 1 : kFaint;
    if (DrawBlend(brush, cell, layer, grid, at, icons, opacity)) continue;
    brush.Box(cell, {Token::kInk2, 0.7f * opacity});
  }
}

void DrawChannel(PictureBrush& brush, const Rect& box, const PicturesUnitAnswer& unit, int layer,
                 uint16_t channel) {
  if (!(unit.strongest > 0)) return;
  for (int place = 0; place < unit.side * unit.side; ++place) {
    const float share = ShareOfSide(unit.values[static_cast<size_t>(place)] / unit.strongest);
    if (share < 0.08f) continue;
    const Rect cell = PlaceBox(box, unit.side, place, share);
    if (!brush.IsInWindow(cell)) continue;
    if (!brush.Icon(cell, layer, channel, 1, cell.width() * 0.16f)) {
      brush.Box(cell, {Token::kInk2, 0.85f});
    }
  }
}

void DrawGroupCells(PictureBrush& brush, const Rect& box, const PicturesGroupAnswer& groups,
                    int layer) {
  const int side = kPictureLayers[static_cast<size_t>(layer)].told_side;
  // By share: what a place has of its group, times what the group speaks for or against.
  const bool by_share = brush.state.look.by_share;
  const auto weight = [&](const PictureGroup& group) {
    return by_share ? std::fabs(group.share) : 1.f;
  };
  float most = 1e-9f;
  for (const PictureGroup& group : groups.groups) {
    most = std::max(most, weight(group) * GreatestOf(group.strengths));
  }
  for (int place = 0; place < side * side; ++place) {
    const int leading = LeadingGroupAt(groups.groups, static_cast<size_t>(place));
    if (leading < 0) continue;
    const PictureGroup& group = groups.groups[static_cast<size_t>(leading)];
    const float part = weight(group) * group.strengths[static_cast<size_t>(place)] / most;
    const float share = ShareOfSide(part);
    if (share < 0.12f) continue;
    // Weak ones are pale too, so that the strong stand out as land does.
    const float opacity =
        GroupClarity(brush.state, leading) * (0.5f + 0.5f * std::min(part * 1.6f, 1.f));
    brush.Box(PlaceBox(box, side, place, share),
              brush.GroupPaint(static_cast<size_t>(leading), opacity), by_share && group.share < 0);
  }
}

}  // namespace

float GroupClarity(const PicturesState& state, int group) {
  const PictureTarget pointed = state.pointed();
  const bool is_one = pointed.kind == PictureTarget::Kind::kGroup;
  if (state.look.only || state.look.hides) {
    if (state.pinned.kind != PictureTarget::Kind::kGroup) return 1;
    return (state.pinned.b == group) == state.look.only ? 1 : kFaint;
  }
  return !is_one || pointed.b == group ? 1 : 0.4f;
}

void DrawLayerGrid(PictureBrush& brush, Rect box, int layer, bool is_big) {
  const PicturesState& state = brush.state;
  brush.Ground(box);
  if (LookSeen(state) == nullptr) return;
  const PictureLook& look = state.look;
  if (is_big) box = WindowOn(state, layer).WholeBox(box);
  if (is_big && look.view == PictureView::kGroups) {
    const PicturesGroupAnswer* groups = GroupsSeen(state);
    // While they are looked for, and where there are none, what fires stands there.
    if (groups != nullptr) {
      DrawGroupCells(brush, box, *groups, layer);
    } else {
      DrawFiring(brush, box, layer, true, -1);
    }
    return;
  }
  if (is_big && look.view == PictureView::kGrid) {
    const PicturesShareAnswer* shares = look.by_share ? SharesSeen(state) : nullptr;
    if (shares != nullptr && shares->side > 0) {
      brush.SignedSquares(box, shares->side, shares->places);
      return;
    }
    const std::optional<ShownUnit> unit = UnitOf(state);
    const PicturesUnitAnswer* fires =
        look.slice == PictureSlice::kChannel && !look.by_share && unit ? UnitSeen(state) : nullptr;
    if (fires != nullptr && fires->side > 0) {
      DrawChannel(brush, box, *fires, unit->layer, unit->channel);
      return;
    }
  }
  const bool is_neuron = is_big && look.view == PictureView::kGrid &&
                         look.slice == PictureSlice::kNeuron && !look.by_share;
  DrawFiring(brush, box, layer, is_big, is_neuron ? PlaceShown(state, layer) : -1);
}

}  // namespace meander
