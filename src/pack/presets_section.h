// The beats that come with a pack of sounds: what a reader hears first, and what "another beat"
// leads through.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "audio/presets.h"
#include "base/bytes.h"
#include "base/error.h"

namespace meander {

inline constexpr std::string_view kPresetsSection = "presets";
inline constexpr size_t kMostPresets = 64;

// "presets", a stream: how many, then each one's name and its code as in a link
// (audio/beat_code.h).
std::vector<uint8_t> WritePresets(std::span<const Preset> presets);
// kCorrupt for anything else; a clip that the pack has not is not noticed here.
Result<std::vector<Preset>> ReadPresetsSection(ByteSpan bytes);

}  // namespace meander
