// What every room shows as a figure in somebody's article: no shell, the chart from edge to edge,
// and one bar below it. A room fills FigureSays and has its figure; web/pages/figure.css draws it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "canvas/page.h"
#include "canvas/room.h"

namespace meander {

struct FigureSays {
  std::string_view room;  // where Open leads; the host adds the state as it then is
  std::string title, fact;
  std::string_view play_action;      // empty: there is nothing to play
  std::string_view play_label = {};  // empty: Play
  bool is_playing = false;
  // How far each hop led, 0 … 1, and the stop where one is; empty: no profile.
  std::vector<float> hops = {};
  int here = 0;
  // What stands in the middle instead of a profile.
  std::vector<PageNode> middle = {};
};

// An author's own title (View::figure_title) stands instead of the room's.
PageNode FigureBarPart(const View& view, FigureSays says);
// What the bar covers of the chart: names keep off it.
Rect FigureBarBox(const View& view);
// From the chart's upper right corner to the + and − column, as much to the right as from above.
inline constexpr float kFigureZoomEdge_px = 12;
// The way to the room's own page, with the figure's state (web/host/open.mjs).
PageNode FigureOpenPart(std::string_view room);

}  // namespace meander
