// The samples of a pack of sounds as they travel: clips one after the other in MP3s.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "audio/clip.h"
#include "base/error.h"
#include "make/step_cache.h"
#include "pack/sound_sections.h"

namespace meander {

inline constexpr uint32_t kClipsOfSprite = 64, kMostClipsOfSprite = 96;
inline constexpr uint32_t kMostOfSprite_samples = 28 * kSampleRate_hz;  // 224 kB

// How many clips each sprite has: about kClipsOfSprite and no more than fit a chunk, about evenly
// long, never over a change of bucket (ascending).
std::vector<uint32_t> SpriteSizes(std::span<const Bucket> buckets,
                                  std::span<const uint32_t> lengths_samples);

struct SpriteOptions {
  std::filesystem::path encoder;  // the script that makes an MP3
  std::filesystem::path scratch;
  std::string python;
  const StepCache& cache;
};

// The chunk (WriteSprite) of some clips. A click stands before the first; the MP3 is decoded again
// and what it says of the delay goes into every slot. kUnavailable when it did not come through.
Result<std::vector<uint8_t>> MakeSprite(std::span<const Clip* const> clips,
                                        const SpriteOptions& options);

}  // namespace meander
