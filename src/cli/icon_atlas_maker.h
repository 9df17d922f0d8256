// The atlas that is committed: sheets, what is known of each unit, and how it was made.
#pragma once

#include <filesystem>

#include "cli/icon_plan.h"

namespace meander {

struct AtlasMaking {
  std::filesystem::path icons;   // where ./meander icons put them
  std::filesystem::path target;  // gets atlas.bin, recipe.json and a WebP a layer
  uint64_t seed = 1;
  int steps = 0;
  float quality = 70;  // of the sheets
};
// Says on stdout how many icons each layer has, and how many fire more on theirs than on 99 % of
// photo crops.
Result<void> MakeIconAtlas(const OpenedConvnet& network, const std::vector<IconPhoto>& photos,
                           const AtlasMaking& making);

}  // namespace meander
