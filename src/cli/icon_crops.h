// How much of what photos show a unit likes less than its own icon.
#pragma once

#include <vector>

#include "cli/icon_plan.h"
#include "pack/icon_atlas.h"

namespace meander {

// Fills in share_below of every unit with an icon, from its on_icon: photos are cut into crops as
// large as the layer's icons, half a crop apart, each read by itself as the icon was, and the same
// is asked of both: the mean over all places, before clipping.
void FindSharesBelow(const ConvnetPanels& panels, const std::vector<IconPhoto>& photos,
                     std::vector<IconLayer>& layers);

}  // namespace meander
