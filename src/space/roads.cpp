// See roads.h.
#include "space/roads.h"

#include <algorithm>
#include <cmath>

namespace meander {

uint8_t ClosenessOf(float cosine) {
  return static_cast<uint8_t>(std::lround(std::clamp(cosine, 0.f, 1.f) * 255));
}

RoadMap BothWays(const RoadMap& map) {
  std::vector<std::vector<Road>> lists(map.item_count());
  for (uint32_t item = 0; item < map.item_count(); ++item) {
    for (const Road& road : map.From(item)) {
      if (road.to == item) continue;
      lists[item].push_back(road);
      lists[road.to].push_back({item, road.closeness});
    }
  }
  RoadMap both;
  for (std::vector<Road>& list : lists) {
    std::ranges::sort(list, [](const Road& a, const Road& b) {
      return a.to != b.to ? a.to < b.to : a.closeness > b.closeness;
    });
    const auto twice = std::ranges::unique(list, {}, &Road::to);
    list.erase(twice.begin(), twice.end());
    both.AddItem(list);
  }
  return both;
}

}  // namespace meander
