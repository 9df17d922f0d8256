// How the chart is shared out: the map above, the grid of steps below it. web/pages/sounds.css says
// how much of the chart the controls cover (`--covered-below`, which comes as the viewport's lower
// inset); everything else about the two is decided here, for scene, panel and page alike.
#pragma once

#include <algorithm>

#include "canvas/room.h"
#include "sounds/state.h"

namespace meander {

// As in sounds.css: what the page's own columns take of the lower part where there is room beside.
inline constexpr float kTransportWidth_px = 206, kKeepWidth_px = 244;
inline constexpr float kWide_px = 1024, kTransportRow_px = 72;
// Low and wide ones, as a phone on its side: their controls stand beside the steps, too.
inline constexpr float kLow_px = 520, kBeside_px = 600, kDockWidth_px = 184;

struct SoundsLayout {
  Rect map_px;            // of the chart, in CSS pixels, y down
  Rect below_px;          // all below the map that the chart covers
  Rect grid_px;           // of it, where the steps are drawn; empty where there is no room
  bool is_small = false;  // a phone's grid: names above the steps
  bool is_phone = false, is_figure = false;
  float letter_px = 0;        // size of the type in a letter's picture; 0: on a page
  bool names_sounds = false;  // in a letter: lanes say which sound, too
  int steps_shown = kBarSteps;
  int pages = 1;       // of the grid
  int page = 0;        // the one that is shown
  float head_px = 0;   // numbers of beats above the lanes
  float names_px = 0;  // to the left of the steps; 0: above them
  float foot_px = 0;   // dots and words for the pages
  int lanes = 0;

  float lane_px() const {
    return lanes == 0 ? 0 : (grid_px.height() - head_px - foot_px) / static_cast<float>(lanes);
  }
  float step_px() const {
    return (grid_px.width() - names_px) / static_cast<float>(std::max(steps_shown, 1));
  }
  int first_step() const { return page * steps_shown; }
};

SoundsLayout LayoutOf(const SoundsState& state, const View& view);

}  // namespace meander
