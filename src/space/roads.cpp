// See roads.h.
#include "space/roads.h"

#include <algorithm>
#include <cmath>

#include "base/sort.h"

namespace meander {

uint8_t ClosenessOf(float cosine) {
  return static_cast<uint8_t>(std::lround(std::clamp(cosine, 0.f, 1.f) * 255));
}

RoadMap BothWays(const RoadMap& map) {
  // Each road as one number: where it leads, then the closest first.
  const auto number = [](uint32_t to, uint8_t closeness) {
    return uint64_t{to} << 8 | uint8_t(~closeness);
  };
  std::vector<std::vector<uint64_t>> lists(map.item_count());
  for (uint32_t item = 0; item < map.item_count(); ++item) {
    for (const Road& road : map.From(item)) {
      if (road.to == item) continue;
      lists[item].push_back(number(road.to, road.closeness));
      lists[road.to].push_back(number(item, road.closeness));
    }
  }
  RoadMap both;
  std::vector<Road> roads;
  for (std::vector<uint64_t>& list : lists) {
    SortNumbers(std::span(list));
    roads.clear();
    for (const uint64_t number : list) {
      const Road road{static_cast<uint32_t>(number >> 8), static_cast<uint8_t>(~number)};
      if (roads.empty() || roads.back().to != road.to) roads.push_back(road);
    }
    both.AddItem(roads);
  }
  return both;
}

}  // namespace meander
