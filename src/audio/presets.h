// The beats that a reader begins with: data/sounds/presets.json, read when the pack is made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audio/pattern.h"
#include "base/error.h"

namespace meander {

struct Preset {
  std::string name;  // "Brisk walk"
  Pattern pattern;
};

// {"presets": [{"name", "tempo", "swing", "bars", "seed", "tracks": [{"role", "package", "path",
// "steps": "7...5...", "volume", "pitch", "pan", "chance"}]}]}; the last four may be left out, and
// so may swing (0), bars (1 or 2; 1) and seed (0 or more; 0). kCorrupt with a sentence that names
// the preset. Clips are named as ClipId names them.
Result<std::vector<Preset>> ReadPresets(std::string_view json);

}  // namespace meander
