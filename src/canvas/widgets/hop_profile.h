// The journey's profile: one arc a hop, as high and wide as the hop is far in truth, the longest
// leap filled; the last stop is full.
#pragma once

#include <imgui.h>

#include <span>

#include "space/point.h"

namespace meander {

struct HopProfileOptions {
  int longest = -1;    // hop whose arc is filled and heavier; -1: none
  float progress = 1;  // 0..1, part of the journey that is drawn
};

// `hops`: true distances, 0..1. Arcs stand on the lower edge of `in_px`, minus the stops' radius.
void DrawHopProfile(ImDrawList* list, const Rect& in_px, std::span<const float> hops,
                    const HopProfileOptions& options);

}  // namespace meander
