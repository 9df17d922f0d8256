// What the Ideas room draws over its chart with Dear ImGui: the journey card, the zoom column, the
// trust line, the card of what is pointed at.
#pragma once

#include <vector>

#include "canvas/room.h"
#include "ideas/state.h"

namespace meander {

enum class PanelPress {
  kCopyLink,
  kPicture,
  kOpenTapped,
  kReplay,
  kWayMeaning,
  kWayLinks,
  kWayOwn
};

// Inside a Dear ImGui frame. What was pressed is for the room to do.
std::vector<PanelPress> DrawIdeasPanel(const IdeasState& state, const View& view);

// Where cards lie, so that names keep off them.
std::vector<Rect> PanelBoxes(const IdeasState& state, const View& view);

}  // namespace meander
