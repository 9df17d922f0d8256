// A map's roads: from every item to some others, each with a closeness. Walks are found along them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace meander {

struct Road {
  uint32_t to = 0;
  uint8_t closeness = 0;  // cosine 0…1 as 0…255, so that integers decide and every machine agrees
  friend bool operator==(const Road&, const Road&) = default;
};

uint8_t ClosenessOf(float cosine);  // below 0 → 0
inline float CosineOf(uint8_t closeness) { return static_cast<float>(closeness) / 255; }

// The roads of item i are roads[begins[i] … begins[i + 1]).
struct RoadMap {
  std::vector<uint32_t> begins{0};  // one more than there are items
  std::vector<Road> roads;

  uint32_t item_count() const { return static_cast<uint32_t>(begins.size() - 1); }
  std::span<const Road> From(uint32_t item) const {
    return std::span(roads).subspan(begins[item], begins[item + 1] - begins[item]);
  }
  void AddItem(std::span<const Road> its_roads) {
    for (const Road& road : its_roads) roads.push_back(road);
    begins.push_back(static_cast<uint32_t>(roads.size()));
  }
};

// Every road can be walked both ways; of two between the same items the closer one stays. Roads of
// an item come ordered by where they lead.
RoadMap BothWays(const RoadMap& map);

}  // namespace meander
