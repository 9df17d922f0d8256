// The photo, the grid of the layer that is looked at, and those of the layers beside it: one place
// is followed through all of them.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "canvas/fill.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "pictures/photos.h"
#include "pictures/scene.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

// Three layers beside the one that is looked at, two before it where there are.
std::array<int, 3> LayersBeside(int layer) {
  const int first = std::clamp(layer - 2, 0, kPictureEnd - 3);
  std::array<int, 3> beside{};
  size_t count = 0;
  for (int other = first; count < beside.size(); ++other) {
    if (other != layer) beside[count++] = other;
  }
  return beside;
}

struct GridLayout {
  Rect photo, big;
  std::array<Rect, 3> small{};
  Rect channels{};
  bool has_small = false, has_channels = false;
};

GridLayout LayoutOf(const Rect& area, const StageFrame& frame) {
  GridLayout layout;
  const float width = area.width(), height = area.height();
  constexpr float kHead = 24, kTall = 50, kChannels = 92, kLying = 76;
  Point2 at = area.low;
  if (frame.is_narrow()) {
    const float beside = std::min((width - 12) / 2, height - kHead - 8);
    const float below = std::min(width, (height - 2 * kHead - 16) / 2);
    if (below > beside) {
      const float left = at.x + (width - below) / 2;
      layout.photo = BoxAt({left, at.y + kHead}, below);
      layout.big = BoxAt({left, layout.photo.high.y + kHead + 8}, below);
    } else {
      // What is left over stands half above, half below.
      const float over = std::max(height - kHead - beside - kLying, 0.f) / 2;
      layout.photo = BoxAt({at.x, at.y + kHead + over}, beside);
      layout.big = BoxAt({area.high.x - beside, at.y + kHead + over}, beside);
    }
    layout.channels = {{at.x, layout.big.high.y + 30}, {area.high.x, layout.big.high.y + kLying}};
    layout.has_channels = layout.channels.high.y <= area.high.y;
    return layout;
  }
  if (frame.is_letter && width < 600) {
    // No small grids, whose words would not be legible: two large squares, the channels below.
    constexpr float kAbove = 40;
    const float side = std::min((width - 28) / 2, height - kAbove - kChannels);
    const float top = at.y + (height - kAbove - side - kChannels + 8) / 2 + kAbove;
    layout.photo = BoxAt({at.x, top}, side);
    layout.big = BoxAt({area.high.x - side, top}, side);
    layout.channels = {{at.x, layout.photo.high.y + 34},
                       {area.high.x, layout.photo.high.y + kChannels - 8}};
    layout.has_channels = true;
    return layout;
  }
  if (height < 400 || width < 600) {
    const float side = std::min((width - 28) / 2, height - kHead - 4);
    layout.photo = BoxAt({at.x, at.y + kHead}, side);
    layout.big = BoxAt({at.x + std::min(side + 64, width - side), at.y + kHead}, side);
    return layout;
  }
  // Both columns end at the same height: the photo with the channels below it, three small grids
  // with the large one below them.
  const float gap = std::clamp(width * 0.046f, 26.f, 44.f);
  const float column = std::min((width - gap + kChannels + kHead - 2 * kTall + 12) * 3 / 7,
                                (height - 2 * kTall + 12) * 0.75f);
  const float photo = std::min(width - gap - column, height - kHead - kChannels);
  const float left = at.x + photo + std::min(width - photo - column, 64.f);
  const float small = (column - 2 * 16) / 3;
  // A letter's stands in the middle of its place.
  if (frame.is_letter) at.y += std::max(height - 2 * kTall + 10 - small - column, 0.f) / 2;
  layout.photo = BoxAt({at.x, at.y + kHead}, photo);
  for (size_t i = 0; i < layout.small.size(); ++i) {
    layout.small[i] =
        BoxAt({left + (small + 16) * static_cast<float>(i), at.y + kTall - 10}, small);
  }
  layout.big = BoxAt({left, at.y + kTall - 10 + small + kTall}, column);
  layout.big.high.y = layout.big.low.y + column;
  layout.channels = {{at.x, layout.photo.high.y + 34},
                     {layout.photo.high.x, layout.photo.high.y + kChannels - 8}};
  layout.has_small = layout.has_channels = true;
  return layout;
}

std::string PlacesOfLayer(int layer) {
  const std::string side = std::to_string(kPictureLayers[static_cast<size_t>(layer)].told_side);
  return Fill(words::kPicturesStagePlaces, {{"side", side}});
}

// A title and, under it, what it means.
void DrawTwoLines(PictureBrush& brush, const Rect& box, const std::string& title,
                  const std::string& note) {
  brush.Label({box.low.x, box.low.y - 29}, FitText(Face::kUiBold, 13, title, box.width()),
              Face::kUiBold, 13, {Token::kInk, 1}, LabelPlace::kRight);
  brush.Label({box.low.x, box.low.y - 13}, FitText(Face::kUi, 12, note, box.width()), Face::kUi, 12,
              {Token::kInk2, 1}, LabelPlace::kRight);
}

void DrawBigTitle(PictureBrush& brush, const Rect& box, bool is_one_line) {
  const PictureLook& look = brush.state.look;
  const std::string layer = LayerTitle(look.layer);
  std::string what, how(words::kPicturesStageStrength);
  if (look.view == PictureView::kGroups) {
    const PicturesGroupAnswer* groups = GroupsSeen(brush.state);
    // A page will have them in a moment; a letter of a layer that has none shows what fires.
    const bool has_none = brush.frame.is_letter && groups == nullptr;
    what = has_none ? words::kPicturesStageFires : words::kPicturesStageWhere;
    if (look.by_share && groups != nullptr &&
        std::ranges::any_of(groups->groups, [](const PictureGroup& g) { return g.share < 0; })) {
      how = words::kPicturesStageHatched;
    }
  } else if (look.slice == PictureSlice::kChannel && !look.by_share) {
    const std::optional<ShownUnit> unit = UnitOf(brush.state);
    what = unit ? LowerFirst(UnitName(brush.state, unit->layer, unit->channel)) : std::string();
  } else {
    what = look.by_share ? words::kPicturesStageSpeaks : words::kPicturesStageFires;
    if (look.by_share) how = words::kPicturesStageSigns;
  }
  if (is_one_line) {
    brush.Heading(box, layer, box.width() > 220 ? what : std::string());
    return;
  }
  DrawTwoLines(brush, box, layer + ": " + what, how);
}

}  // namespace

std::vector<int> LayersOnGrids(const PicturesState& state, const StageFrame& frame) {
  const PictureLook& look = state.look;
  const GridLayout layout = LayoutOf(StageArea(frame), frame);
  std::vector<int> layers;
  const bool is_groups = look.view == PictureView::kGroups;
  const bool has_icons = is_groups ? GroupsSeen(state) == nullptr : !look.by_share;
  if (layout.has_channels || has_icons) layers.push_back(look.layer);
  const std::optional<ShownUnit> unit = UnitOf(state);
  if (!is_groups && look.slice == PictureSlice::kChannel && unit) layers.push_back(unit->layer);
  if (layout.has_small) {
    for (const int beside : LayersBeside(look.layer)) layers.push_back(beside);
  }
  return layers;
}

void DrawPlaceChannels(PictureBrush& brush, Rect area) {
  const PicturesState& state = brush.state;
  const PicturesLookAnswer* seen = LookSeen(state);
  const int layer = state.look.layer, place = PlaceShown(state, layer);
  const std::string of = Fill(
      words::kPicturesThisPlaceHint,
      {{"count", "4"}, {"all", WithCommas(kPictureLayers[static_cast<size_t>(layer)].channels)}});
  brush.Heading(area, words::kPicturesThisPlace, of);
  const float slot = (area.width() + 12) / 4, side = std::min(area.height(), slot * 0.5f);
  for (size_t i = 0; i < 4; ++i) {
    const Point2 at{area.low.x + slot * static_cast<float>(i), area.low.y};
    const Rect icon = BoxAt(at, side);
    if (seen == nullptr || place < 0) {
      brush.Ground(icon);
      continue;
    }
    const PictureGrid& grid = seen->grids[static_cast<size_t>(layer)];
    const size_t cell = 4 * static_cast<size_t>(place) + i;
    if (!(grid.values[cell] > 0)) {
      brush.Ground(icon);
      continue;
    }
    const uint16_t channel = grid.channels[cell];
    brush.Unit(icon, layer, channel);
    const float left = icon.high.x + 8, right = at.x + slot - 12;
    brush.Label({left, at.y + side * 0.26f}, std::to_string(channel), Face::kUi, 12.5f,
                {Token::kInk, 1}, LabelPlace::kRight);
    const Rect bar{{left, at.y + side * 0.56f}, {right, at.y + side * 0.56f + 6}};
    const float most = std::max(grid.values[cell - i], 1e-6f);
    brush.Box(bar, {Token::kRule, 1});
    brush.Box({bar.low, {left + bar.width() * grid.values[cell] / most, bar.high.y}},
              {Token::kInk2, 1});
    if (side >= 40) {
      brush.Label({left, at.y + side * 0.9f}, Decimals(grid.values[cell], 1), Face::kUi, 11.5f,
                  {Token::kInk2, 1}, LabelPlace::kRight);
    }
  }
}

void DrawPictureGrids(PictureBrush& brush, Rect area) {
  const PicturesState& state = brush.state;
  const int layer = state.look.layer;
  const GridLayout layout = LayoutOf(area, brush.frame);
  const GridWindow window = WindowOn(state, layer);
  const Rect whole_photo = window.WholeBox(layout.photo);
  const bool is_groups = state.look.view == PictureView::kGroups;
  // A letter says it in its column.
  const std::string credit = brush.frame.is_letter ? std::string() : PhotoCredit(state);
  brush.Heading(layout.photo, PhotoName(state), credit);
  const PicturesUnitAnswer* unit = !is_groups && state.look.slice == PictureSlice::kChannel &&
                                           !state.look.by_share && UnitOf(state)
                                       ? UnitSeen(state)
                                       : nullptr;
  if (is_groups && GroupsSeen(state) != nullptr) {
    DrawGroupLand(brush, layout.photo);
  } else if (unit != nullptr && unit->side > 0 && unit->strongest > 0) {
    // Only what the channel fires for stands out.
    brush.PhotoWindow(layout.photo, window, 0.1f, 0.4f);
    brush.within = layout.photo;
    brush.PhotoPlaces(whole_photo, unit->side, [&](int place) {
      return unit->values[static_cast<size_t>(place)] / unit->strongest;
    });
    brush.within.reset();
  } else {
    brush.PhotoWindow(layout.photo, window);
  }
  if (layout.has_small) {
    const std::array<int, 3> beside = LayersBeside(layer);
    for (size_t i = 0; i < beside.size(); ++i) {
      DrawTwoLines(brush, layout.small[i], LayerTitle(beside[i]), PlacesOfLayer(beside[i]));
      DrawLayerGrid(brush, layout.small[i], beside[i], false);
      if (LookSeen(state) == nullptr) continue;
      brush.PlaceItems(layout.small[i], static_cast<uint8_t>(beside[i]));
      brush.PlaceFrame(PlaceBox(layout.small[i],
                                kPictureLayers[static_cast<size_t>(beside[i])].told_side,
                                PlaceShown(state, beside[i])));
    }
  }
  DrawBigTitle(brush, layout.big, !layout.has_small && !brush.frame.is_letter);
  brush.within = layout.big;
  DrawLayerGrid(brush, layout.big, layer, true);
  brush.within.reset();
  if (layout.has_channels) DrawPlaceChannels(brush, layout.channels);
  const int place = PlaceShown(state, layer);
  if (place < 0) return;
  const int side = kPictureLayers[static_cast<size_t>(layer)].told_side;
  const Rect whole_grid = window.WholeBox(layout.big);
  brush.within = layout.photo;
  brush.PlaceItems(whole_photo, static_cast<uint8_t>(layer));
  brush.within = layout.big;
  brush.PlaceItems(whole_grid, static_cast<uint8_t>(layer));
  const Rect from = PlaceBox(whole_photo, side, place), to = PlaceBox(whole_grid, side, place);
  // A place that is pointed at on another layer may lie outside of what is shown here.
  if (!brush.IsInWindow(to)) return;
  brush.Thread(from, to);
  brush.PlaceFrame(from);
  brush.PlaceFrame(to);
}

}  // namespace meander
