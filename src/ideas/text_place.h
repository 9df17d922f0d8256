// Where a typed text belongs on the map: among the articles nearest to it in meaning.
#pragma once

#include <optional>
#include <span>

#include "ideas/map.h"
#include "space/vector_table.h"

namespace meander {

// The place where most of the weight of its nearest articles lies: the neighbour with the most
// weight around it (a neighbour weighs by its closeness, and counts less the farther away it lies),
// then the weighted mean of those close to it. Far-off neighbours do not pull it into the sea
// between.
std::optional<Point2> PlaceOfText(const IdeaMap& map, std::span<const Neighbor> neighbors);

}  // namespace meander
