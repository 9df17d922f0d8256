// Writes a pack of sounds: sections in chunks, the head with its manifest.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "audio/feature_space.h"
#include "audio/presets.h"
#include "base/error.h"
#include "base/json_reader.h"
#include "make/sounds_source.h"
#include "make/sounds_sprites.h"
#include "pack/sections.h"
#include "space/point.h"

namespace meander {

struct SoundContent {
  SoundSources sources;  // sounds in the pack's order: by bucket, then by region
  std::vector<Bucket> buckets;
  std::vector<Preset> presets;  // all of whose sounds are here
  std::vector<Point2> places;
  std::vector<uint8_t> topics;
  std::vector<Region> regions;
  FeatureModel model;
  VectorTable vectors;
  NeighborLists neighbors;
  Json siblings;  // how often a numbered sound's nearest is a sibling; for the manifest
  uint64_t seed = 1;
  int threads = 1;
};

// Replaces `target` whole, or leaves it as it was. `progress` may return false to stop.
Result<void> WriteSounds(const Json& recipe, const SoundContent& content,
                         const SpriteOptions& sprites, const std::filesystem::path& target,
                         const std::function<bool(double)>& progress);

}  // namespace meander
