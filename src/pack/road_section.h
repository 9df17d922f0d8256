// The sections "roads_meaning" and "roads_links": along what a walk may go. By meaning, each item's
// nearest dozen; by links, where the words of its text lead.
#pragma once

#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "space/roads.h"

namespace meander {

inline constexpr std::string_view kRoadsByMeaning = "roads_meaning";
inline constexpr std::string_view kRoadsByLinks = "roads_links";
inline constexpr uint32_t kRoadsByMeaningEach = 12;

// Number of roads an item (one byte each), then all of them: where to (u32), how close (u8).
std::vector<uint8_t> WriteRoads(const RoadMap& map, uint32_t first, uint32_t count);
// Adds the chunk's item_count items to `map`; kCorrupt when it does not hold what it should.
Result<void> ReadRoads(ByteSpan chunk, uint32_t item_count, uint32_t pack_item_count, RoadMap& map);

}  // namespace meander
