// See road_section.h.
#include "pack/road_section.h"

#include <algorithm>
#include <numeric>

#include "pack/damaged.h"

namespace meander {
namespace {

constexpr size_t kMostRoadsEach = 255;

}  // namespace

std::vector<uint8_t> WriteRoads(const RoadMap& map, uint32_t first, uint32_t count) {
  ByteWriter writer;
  const auto each = [&](auto&& visit) {
    for (uint32_t item = first; item < first + count; ++item) {
      const auto roads = map.From(item);
      visit(roads.first(std::min(roads.size(), kMostRoadsEach)));
    }
  };
  each([&](std::span<const Road> roads) { writer.Put(static_cast<uint8_t>(roads.size())); });
  each([&](std::span<const Road> roads) {
    for (const Road& road : roads) writer.Put(road.to);
  });
  each([&](std::span<const Road> roads) {
    for (const Road& road : roads) writer.Put(road.closeness);
  });
  return writer.Take();
}

Result<void> ReadRoads(ByteSpan chunk, uint32_t item_count, uint32_t pack_item_count,
                       RoadMap& map) {
  ByteReader reader(chunk);
  const ByteSpan counts = reader.GetBytes(item_count);
  if (!reader.ok()) return DamagedSection("the roads have the wrong length");
  const size_t total = std::accumulate(counts.begin(), counts.end(), size_t{0});
  if (reader.remaining() != total * 5) return DamagedSection("the roads have the wrong length");
  std::vector<Road> roads(total);
  for (Road& road : roads) {
    road.to = reader.Get<uint32_t>();
    if (road.to >= pack_item_count) return DamagedSection("a road leads nowhere");
  }
  for (Road& road : roads) road.closeness = reader.Get<uint8_t>();
  size_t at = 0;
  for (const uint8_t count : counts) {
    map.AddItem(std::span<const Road>(roads).subspan(at, count));
    at += count;
  }
  return {};
}

}  // namespace meander
