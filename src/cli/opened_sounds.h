// A pack of sounds with its files on disk, read and verified whole, for verbs that look into one.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "pack/format.h"
#include "pack/presets_section.h"
#include "pack/sections.h"
#include "pack/sound_sections.h"

namespace meander {

struct OpenedSounds {
  PackHead head;
  std::vector<std::string> names;
  Positions positions;
  Topics topics;
  std::vector<uint8_t> trust;
  std::vector<Region> regions;
  std::vector<ClipRecord> clips;
  std::vector<Preset> presets;
  std::vector<std::vector<uint8_t>> sprites;  // whole chunks
  std::vector<uint32_t> sprite_sizes;         // clips in each
  NeighborLists neighbors;
  VectorTable vectors;
  FeatureModel model;
  Credits credits;
  uint64_t bytes_first_view = 0, bytes_sprites = 0;
};

// Every chunk of every section is read, verified and decoded; of the sprites, the slots.
Result<OpenedSounds> OpenSounds(const std::filesystem::path& folder);

// The samples of every clip, in item order.
Result<std::vector<Clip>> ClipsOf(const OpenedSounds& pack);

}  // namespace meander
