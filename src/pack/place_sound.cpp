// See place_sound.h.
#include "pack/place_sound.h"

#include <algorithm>
#include <span>
#include <utility>

#include "audio/sound_features.h"

namespace meander {
namespace {

int TrustAt(const Positions& positions, Point2 place, std::span<const Neighbor> nearest) {
  std::vector<std::pair<float, uint32_t>> on_map;
  for (uint32_t item = 0; item < positions.count(); ++item) {
    on_map.emplace_back(Distance(positions.At(item), place), item);
  }
  const size_t near = std::min<size_t>(30, on_map.size());
  std::ranges::partial_sort(on_map, on_map.begin() + static_cast<ptrdiff_t>(near));
  int trust = 0;
  for (const Neighbor& one : nearest.first(std::min<size_t>(10, nearest.size()))) {
    for (size_t i = 0; i < near; ++i) trust += on_map[i].second == one.item;
  }
  return trust;
}

}  // namespace

PlacedSound PlaceSound(const Clip& trimmed, const FeatureModel& model, const VectorTable& vectors,
                       const Positions& positions, uint32_t neighbors) {
  PlacedSound placed;
  const std::vector<float> vector = Embed(model, FeatureReader().Of(trimmed));
  placed.nearest = Nearest(vectors, vector, std::max(neighbors, kPlacingNeighbors));
  placed.place = PlaceAmong(
      positions,
      std::span(placed.nearest).first(std::min<size_t>(kPlacingNeighbors, placed.nearest.size())));
  if (placed.place) placed.trust = TrustAt(positions, *placed.place, placed.nearest);
  return placed;
}

}  // namespace meander
