// See link.h.
#include "link.h"

#include "base/bytes.h"

namespace meander {

constexpr uint8_t kVersion = 1;
constexpr uint64_t kMostIslands = 40;

std::string WriteIslandsLink(std::span<const uint32_t> stops) {
  if (stops.empty()) return {};
  ByteWriter writer;
  writer.Put(kVersion);
  writer.PutVarint(stops.size());
  for (const uint32_t stop : stops) writer.PutVarint(stop);
  return std::string(AsText(writer.bytes()));
}

Result<std::vector<uint32_t>> ReadIslandsLink(std::string_view payload) {
  std::vector<uint32_t> stops;
  if (payload.empty()) return stops;
  ByteReader reader(AsBytes(payload));
  bool is_whole = reader.Get<uint8_t>() == kVersion;
  const size_t count = reader.GetCount(1);
  for (size_t i = 0; i < count && reader.ok(); ++i) {
    const uint64_t stop = reader.GetVarint();
    is_whole = is_whole && stop < kMostIslands;
    stops.push_back(static_cast<uint32_t>(stop));
  }
  if (!is_whole || !reader.ok() || !reader.AtEnd()) {
    return Fail(ErrorCode::kCorrupt, "That link is not whole. Ask for it again.");
  }
  return stops;
}

}  // namespace meander
