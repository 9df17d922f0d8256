// See text_place.h.
#include "ideas/text_place.h"

#include <vector>

#include "space/place_among.h"

namespace meander {

std::optional<Point2> PlaceOfText(const IdeaMap& map, std::span<const Neighbor> neighbors) {
  std::vector<PlacedNeighbor> placed;
  for (const Neighbor& neighbor : neighbors) {
    placed.push_back({map.PlaceOf(neighbor.item), neighbor.cosine});
  }
  return PlaceAmong(placed);
}

}  // namespace meander
