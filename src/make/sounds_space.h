// Learns the space in which a pack's sounds lie (audio/feature_space.h).
#pragma once

#include <span>
#include <vector>

#include "audio/feature_space.h"
#include "make/sounds_source.h"

namespace meander {

struct SoundSpaceOptions {
  uint32_t axes = 64;       // of the patch
  double patch_share = .5;  // of all spread; the statistics have the rest
  double evening = .5;      // 0: the axes as spread as they are; 1: all alike
};

// Statistics by their mean and deviation over the sounds; principal axes of the patches. The same
// sounds give the same model; what is returned has been through its bytes, as a page reads it.
FeatureModel LearnSpace(std::span<const SourceSound> sounds, const SoundSpaceOptions& options);

// [sounds][dim]
std::vector<float> EmbedAll(const FeatureModel& model, std::span<const SourceSound> sounds);

}  // namespace meander
