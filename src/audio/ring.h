// Which sounds lie inside a track's ring on the map: what chance picks from. One function for page
// and tool, so that a link sounds the same in both.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "audio/notes.h"
#include "audio/pattern.h"
#include "space/point.h"

namespace meander {

// At most so many: the nearest to its middle.
inline constexpr size_t kMostInRing = 12;

// Items whose place is within ChanceRadius(chance) of `item`'s, itself included, in the order of
// their clips' ids, which a rebuild of the pack does not change. Empty for an item that is not
// there.
std::vector<uint32_t> ItemsInRing(std::span<const Point2> places,
                                  std::span<const uint32_t> clip_ids, uint32_t item, int chance);

// The item that a note plays.
inline uint32_t ItemOfNote(const Note& note, std::span<const uint32_t> in_ring) {
  return in_ring[PickAmong(note.pick, in_ring.size())];
}

}  // namespace meander
