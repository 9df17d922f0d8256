// See ring.h.
#include "audio/ring.h"

#include <algorithm>

namespace meander {

std::vector<uint32_t> ItemsInRing(std::span<const Point2> places,
                                  std::span<const uint32_t> clip_ids, uint32_t item, int chance) {
  std::vector<uint32_t> inside;
  if (item >= places.size() || places.size() != clip_ids.size()) return inside;
  const float radius = ChanceRadius(chance);
  for (uint32_t other = 0; other < places.size(); ++other) {
    if (other == item || (radius > 0 && Distance(places[other], places[item]) <= radius)) {
      inside.push_back(other);
    }
  }
  // Itself first whatever lies on the same spot, then by distance; equally far ones by id.
  std::ranges::sort(inside, [&](uint32_t a, uint32_t b) {
    const float to_a = a == item ? -1 : Distance(places[a], places[item]);
    const float to_b = b == item ? -1 : Distance(places[b], places[item]);
    return to_a != to_b ? to_a < to_b : clip_ids[a] < clip_ids[b];
  });
  if (inside.size() > kMostInRing) inside.resize(kMostInRing);
  std::ranges::sort(inside, {}, [&](uint32_t other) { return clip_ids[other]; });
  return inside;
}

}  // namespace meander
