// Laying one map over another, so that what moves between them moves for a reason.
#pragma once

#include <span>
#include <vector>

#include "space/point.h"

namespace meander {

// `places` turned and, where that is nearer, mirrored, so that the sum of squared distances to
// `reference` is least (the orthogonal Procrustes problem, Schönemann 1966), then scaled into
// reference's box and centred in it. One of each an item; distances keep their proportions.
std::vector<Point2> LaidOver(std::span<const Point2> reference, std::span<const Point2> places);

}  // namespace meander
