// Which article's title says best what a region of the map is about. Where the regions lie is
// regions.h.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "make/regions.h"

namespace meander {

inline constexpr uint32_t kNoName = 0xFFFFFFFF;

// Names regions of one map; keeps what it needs to know of every article.
class RegionNamer {
 public:
  explicit RegionNamer(const RegionInput& input);

  // The article that names a region made of `items` around `center`, or kNoName. Wanted is a word
  // that its articles share: near in meaning to what they have in common, among their true
  // neighbours, linked to from their texts, short; a name of one thing (a person, a work, a
  // species) is not wanted, a country or an age is. Titles in `taken` are left out.
  uint32_t NameOf(std::span<const uint32_t> items, Point2 center,
                  const std::set<std::string>& taken) const;

 private:
  bool CanName(uint32_t item) const;
  std::vector<float> CommonMeaningOf(std::span<const uint32_t> items) const;

  const RegionInput input_;
  std::vector<float> overall_;     // mean of all rows
  std::vector<float> generality_;  // what speaks for a title whatever the region
};

}  // namespace meander
