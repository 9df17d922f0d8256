// What the rooms that look into a network draw on their stages, of answers that no network gave.
#pragma once

#include <vector>

#include "golden_scenes.h"

namespace meander::testing {

// The stages of photos: grids, groups, attribution, units; and a sheet with a drawing. Each in
// light and dark.
std::vector<GoldenScene> PicturesStages();
std::vector<GoldenScene> DrawingsStages();

}  // namespace meander::testing
