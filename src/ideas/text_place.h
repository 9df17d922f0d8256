// Where a typed text belongs on the map: among the articles nearest to it in meaning.
#pragma once

#include <optional>
#include <span>

#include "ideas/map.h"
#include "space/vector_table.h"

namespace meander {

// See space/place_among.h.
std::optional<Point2> PlaceOfText(const IdeaMap& map, std::span<const Neighbor> neighbors);

}  // namespace meander
