// What the parts of a map of sounds are called: by the words of its files' names that set a part
// apart from the others.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "make/sounds_source.h"
#include "pack/sections.h"
#include "space/point.h"

namespace meander {

struct SoundRegions {
  std::vector<uint8_t> topics;  // a sound: which of the large regions it lies in
  std::vector<Region> regions;  // level 0: those; level 1: smaller ones
};

// What an editor calls the sounds whose files have certain words: "kick", "carpet" → "Thumps".
using Called = std::map<std::string, std::string>;

// `large` regions (at most 11) and about sqrt(n) smaller ones, both by k-means on the map. A name's
// score is its share of the region times log2 of how much larger that is than its share of all; no
// name twice. Large regions are called only by `called`, where there is any; smaller ones by the
// files' words as `said` has them. A region whose best name fewer than three of its sounds have
// gets none.
SoundRegions MakeSoundRegions(std::span<const SourceSound> sounds, std::span<const Point2> places,
                              uint32_t large, uint64_t seed, const Called& called = {},
                              const Called& said = {});

}  // namespace meander
