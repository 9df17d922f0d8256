// How much of what photos show a unit likes less than its own icon.
#pragma once

#include <span>
#include <vector>

#include "base/error.h"
#include "cli/icon_plan.h"
#include "pack/icon_atlas.h"

namespace meander {

// What a unit is asked about a picture: of a tensor [places, channels], not empty, the mean of its
// channel.
float MeanOverPlaces(std::span<const float> values, size_t channels, size_t channel);

// Fills in share_below of every unit with an icon, from its on_icon: photos are cut into crops as
// large as the layer's icons, half a crop apart, each read by itself as the icon was, and the same
// is asked of both: MeanOverPlaces, before clipping. kInvalidInput where a photo has other than its
// 224 · 224 · 3 bytes.
Result<void> FindSharesBelow(const ConvnetPanels& panels, const std::vector<IconPhoto>& photos,
                             std::vector<IconLayer>& layers);

}  // namespace meander
