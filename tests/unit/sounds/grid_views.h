// The room's pages and figures as its tests look at them: sizes as the page measures them
// (web/pages/sounds*.css), and beats that fill the grid.
#pragma once

#include <ostream>
#include <string>

#include "small_sounds.h"
#include "sounds/layout.h"

namespace meander {

struct PageSize {
  const char* name;
  float page_width_px, page_height_px;
  float chart_width_px, chart_height_px, covered_px;
  bool is_figure;

  friend std::ostream& operator<<(std::ostream& out, const PageSize& size) {
    return out << size.name;
  }
};
inline constexpr PageSize kWidePage{"wide", 1280, 800, 1280, 744, 266, false};
inline constexpr PageSize kTablet{"tablet", 820, 1180, 820, 996, 330, false};
inline constexpr PageSize kPhone{"phone", 390, 844, 390, 646, 346, false};
// Phones on their sides, one of them a page at twice its size.
inline constexpr PageSize kTwice{"twice", 640, 400, 640, 294, 168, false};
inline constexpr PageSize kOnItsSide{"on_its_side", 740, 360, 740, 256, 168, false};
inline constexpr PageSize kWideFigure{"wide_figure", 600, 400, 600, 400, 170, true};
inline constexpr PageSize kNarrowFigure{"narrow_figure", 360, 480, 360, 480, 280, true};
inline constexpr PageSize kLowFigure{"low_figure", 390, 260, 390, 260, 280, true};

inline View ViewOf(const SoundsState& state, const PageSize& size) {
  View view;
  view.viewport = {size.chart_width_px, size.chart_height_px, 1};
  view.viewport.inset_bottom_px = size.covered_px;
  view.page_width_px = size.page_width_px;
  view.page_height_px = size.page_height_px;
  view.embedded = size.is_figure;
  if (size.is_figure) view.frame_ui = FrameUi::kFigure;
  view.fit = view.camera = FitCamera(state.map.bounds(), view.viewport, 20);
  return view;
}

// As many lanes as are wanted, each with steps of every loudness.
inline void FillGrid(SoundsState& state, int lanes, int steps) {
  state.pattern = {};
  state.pattern.step_count = steps;
  for (int lane = 0; lane < lanes; ++lane) {
    Track track;
    track.clip_id = SmallId(static_cast<uint32_t>(lane));
    track.role = static_cast<Role>(std::min(lane, 3));
    for (int step = lane; step < steps; step += lane + 2) {
      track.steps[static_cast<size_t>(step)] = static_cast<uint8_t>(1 + step % kLoudest);
    }
    state.pattern.tracks.push_back(track);
  }
}

}  // namespace meander
