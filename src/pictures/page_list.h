// Tables of the list twin.
#pragma once

#include <cstddef>
#include <vector>

#include "canvas/page_parts.h"
#include "pictures/state.h"

namespace meander {

// The places that count most, whatever their sign.
std::vector<size_t> StrongestPlaces(const std::vector<float>& values);

// One unit's: where it fires, what is known of it, the form that has grown.
std::vector<PageNode> UnitListParts(const PicturesState& state);

}  // namespace meander
