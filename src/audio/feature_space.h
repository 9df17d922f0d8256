// The space in which sounds lie: what makes one vector of a clip's features. It is learned when a
// pack is made (make/sounds_space.h) and kept in it, so that a reader's own sound goes through the
// same.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "audio/sound_features.h"

namespace meander {

// Whose vectors these are; another number here, and packs of the old kind are refused.
inline constexpr std::string_view kSoundSpaceId = "meander-sounds-1";
inline constexpr uint32_t kMostAxes = 128;

struct FeatureModel {
  std::vector<float> statistic_mean, statistic_scale;  // kStatistics each: z = (x - mean) * scale
  std::vector<float> patch_mean;                       // kPatch
  std::vector<float> axes;                             // [axes][kPatch], orthonormal
  std::vector<float> axis_scale;                       // [axes]: what each coordinate is times
  uint32_t axis_count() const { return static_cast<uint32_t>(axis_scale.size()); }
  uint32_t dim() const { return static_cast<uint32_t>(kStatistics) + axis_count(); }
};

// [dim]: z-scored statistics, then the patch's coordinates on the axes times their scale; of length
// 1. A sound that is exactly the mean of all gets the first axis.
std::vector<float> Embed(const FeatureModel& model, const SoundFeatures& features);

}  // namespace meander
