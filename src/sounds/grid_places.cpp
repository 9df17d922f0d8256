// See grid_places.h. Measures from the mocks of the room, for lanes of 54 px and steps of 40.
#include "sounds/grid_places.h"

#include <algorithm>

namespace meander {

float StepX(const SoundsLayout& layout, const Pattern& pattern, int step) {
  // Every second sixteenth comes late, and is drawn late.
  const float late = step % 2 == 1 ? static_cast<float>(pattern.swing_percent) / 200 : 0;
  return layout.grid_px.low.x + layout.names_px +
         (static_cast<float>(step) + 0.5f + late) * layout.step_px();
}

float StepRadius_px(const SoundsLayout& layout, int loudness) {
  const bool has_names_above = layout.names_px == 0;
  const float room = layout.lane_px() - (has_names_above ? NamesAbove_px(layout) : 0);
  const float scale = std::min({1.f, room / 34, layout.step_px() / 34});
  return (4.2f + 1.3f * static_cast<float>(loudness)) * std::max(scale, 0.4f);
}

float NamesAbove_px(const SoundsLayout& layout) { return std::min(26.f, layout.lane_px() * 0.4f); }

LanePlaces PlacesOfLane(const SoundsLayout& layout, int track) {
  LanePlaces places;
  const Rect& grid = layout.grid_px;
  const float lane = layout.lane_px();
  places.top_px = grid.low.y + layout.head_px + lane * static_cast<float>(track);
  if (layout.names_px == 0) {
    const float names = NamesAbove_px(layout);
    places.middle_px = places.top_px + names + (lane - names) / 2 - 2;
    places.label_px = {{grid.low.x, places.top_px + 2},
                       {grid.high.x - 48, places.top_px + 2 + names}};
    places.lock_px = {{grid.high.x - 24, places.top_px + 1.8f},
                      {grid.high.x, places.top_px + names + 0.8f}};
    return places;
  }
  places.middle_px = places.top_px + lane / 2;
  const float right = grid.low.x + layout.names_px;
  const Rect all{{grid.low.x, places.top_px}, {right, places.top_px + lane}};
  if (layout.is_figure) {
    places.label_px = {all.low, all.high - Point2{6, 0}};
    return places;
  }
  if (layout.is_small) {
    places.label_px = {all.low, all.high - Point2{30, 0}};
    places.lock_px = {{right - 28, places.middle_px - 8}, {right - 12, places.middle_px + 8}};
    return places;
  }
  places.label_px = {all.low + Point2{10, 0}, all.high - Point2{60, 0}};
  const bool is_low = lane < kLowLane_px;
  const float up = is_low ? 0.f : 8.f;
  places.lock_px = {{right - 46, places.middle_px - up - 8},
                    {right - 30, places.middle_px - up + 8}};
  if (is_low) {
    places.volume_px = {{right - 26, places.middle_px - 4}, {right - 4, places.middle_px + 4}};
  } else {
    places.volume_px = {{right - 56, places.middle_px + 6}, {right - 20, places.middle_px + 14}};
  }
  return places;
}

std::optional<std::pair<int, int>> StepUnder(const SoundsLayout& layout, Point2 at_px) {
  const Rect& grid = layout.grid_px;
  const float x = at_px.x - grid.low.x - layout.names_px, y = at_px.y - grid.low.y - layout.head_px;
  if (x < 0 || y < 0 || layout.lanes == 0 || layout.lane_px() <= 0) return std::nullopt;
  const int step = static_cast<int>(x / layout.step_px());
  const int track = static_cast<int>(y / layout.lane_px());
  if (step >= layout.steps_shown || track >= layout.lanes) return std::nullopt;
  return std::pair{track, layout.first_step() + step};
}

Point2 PageDot(const SoundsLayout& layout, int page) {
  // A figure has no room to spare below its lanes, but beside the numbers of its beats.
  if (layout.is_figure) {
    return {layout.grid_px.low.x + 5 + 16 * static_cast<float>(page),
            layout.grid_px.low.y + layout.head_px / 2};
  }
  // On a phone there are words on both sides of them.
  const float names_px = layout.is_phone ? 0.f : layout.names_px;
  const float middle = (layout.grid_px.low.x + names_px + layout.grid_px.high.x) / 2;
  const float shift = (static_cast<float>(page) - static_cast<float>(layout.pages - 1) / 2) * 20;
  return {middle + shift, layout.grid_px.high.y - layout.foot_px / 2};
}

Rect PageDotArea(const SoundsLayout& layout, int page) {
  const Point2 at = PageDot(layout, page);
  const Point2 half = layout.is_figure ? Point2{8, layout.head_px / 2}
                                       : Point2{10, std::max(layout.foot_px, 1.f) / 2};
  return {at - half, at + half};
}

}  // namespace meander
