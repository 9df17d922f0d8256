// What is found about units over set-up's photos, for their cards.
#pragma once

#include <span>
#include <vector>

#include "cli/icon_plan.h"
#include "pack/icon_atlas.h"

namespace meander {

// Places, strengths and how often, of every unit of every layer: one look at each photo.
void FindWhereUnitsFire(const ConvnetPanels& panels, const std::vector<IconPhoto>& photos,
                        std::vector<IconLayer>& layers);

// Units of a layer alike by what feeds them.
void FindUnitsAlike(const ConvnetWeights& weights, IconLayer& layer);

// What feeds a unit and what it speaks for, on the photos of its crops; of units with an icon.
// `done`: told a share of 0 … 1.
void TryUnits(const OpenedConvnet& network, const std::vector<IconPhoto>& photos,
              std::vector<IconLayer>& layers, void (*done)(void*, double), void* whom);

}  // namespace meander
