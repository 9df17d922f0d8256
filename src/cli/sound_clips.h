// What the clips of a pack of sounds are and sound like, for verbs that play them.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "audio/clip.h"
#include "base/error.h"
#include "pack/format.h"
#include "pack/sound_sections.h"
#include "space/point.h"

namespace meander {

struct SoundClips {
  PackHead head;
  std::filesystem::path folder;
  std::vector<std::string> names;
  std::vector<ClipRecord> clips;
  std::vector<uint32_t> ids;  // of clips
  std::vector<Point2> places;
  Credits credits;

  // kNoClip when the pack has none of that id.
  static constexpr uint32_t kNoClip = ~0u;
  uint32_t ItemOf(uint32_t clip_id) const;
};

// Everything but the samples. kMismatch for a pack of another kind.
Result<SoundClips> OpenSoundClips(const std::filesystem::path& folder);
// The samples of these items, in their order; each sprite is read and decoded once.
Result<std::vector<std::shared_ptr<const Clip>>> DecodeClips(const SoundClips& sounds,
                                                             const std::vector<uint32_t>& items);

}  // namespace meander
