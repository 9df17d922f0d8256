// New sounds for a beat that stays the same beat: still a kick, a snare and a hat.
#pragma once

#include <cstdint>
#include <span>

#include "audio/clip_shape.h"
#include "audio/pattern.h"

namespace meander {

struct ShapedClip {
  uint32_t clip_id = 0;
  ClipShape shape;
};

// Gives every track that is not locked another clip of its role: one of the best tenth of `clips`
// for it (of 12 at least), none twice while others are left, not the one it has. Steps, settings
// and locked tracks stay. The same arguments give the same beat, in whatever order `clips` are.
// Returns how many tracks have another clip now.
int Shuffle(Pattern& pattern, std::span<const ShapedClip> clips, uint64_t seed);

}  // namespace meander
