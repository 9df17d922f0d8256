// See link.h. Version byte, flags, view (five bytes), name (version 2), look (version 3: a byte,
// and two with the topics where not all are wanted), number of stops, each stop's id and how many
// stops before it its parent stands (0: none), current stop.
#include "ideas/link.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

// A link is written in the oldest version that can say it, which older builds read.
constexpr uint8_t kIdeasLinkVersion = 3;
constexpr uint8_t kHasView = 1, kHasName = 2, kHasLook = 4;
constexpr uint8_t kKnownFlags[] = {0, kHasView, kHasView | kHasName,
                                   kHasView | kHasName | kHasLook};
constexpr uint8_t kByTrust = 1, kOnIslands = 2, kHasTopics = 4;

// A coordinate in [-1.5, 1.5] in 16 bits; a half side from 2 down to 2⁻¹⁰ in 8.
uint16_t CodeOf(float coordinate) {
  return static_cast<uint16_t>(
      std::lround((std::clamp(coordinate, -1.5f, 1.5f) + 1.5f) / 3 * 65535));
}
float CoordinateOf(uint16_t code) { return static_cast<float>(code) / 65535 * 3 - 1.5f; }
uint8_t CodeOfSide(float half_side) {
  return static_cast<uint8_t>(
      std::lround(std::clamp((1 - std::log2(std::max(half_side, 1e-6f))) / 11, 0.f, 1.f) * 255));
}
float SideOf(uint8_t code) { return std::exp2(1 - static_cast<float>(code) / 255 * 11); }

std::unexpected<Error> NotWhole() {
  return Fail(ErrorCode::kCorrupt, "That link is not whole. Ask for it again.");
}

void PutLook(const SharedLook& look, ByteWriter& writer) {
  const bool on_islands = look.layout == MapLayout::kIslands;
  writer.Put(static_cast<uint8_t>((look.by_trust ? kByTrust : 0) | (on_islands ? kOnIslands : 0) |
                                  (look.topics != 0 ? kHasTopics : 0)));
  if (look.topics != 0) writer.Put(look.topics);
}

std::optional<SharedLook> GetLook(ByteReader& reader) {
  SharedLook look;
  const uint8_t parts = reader.Get<uint8_t>();
  if (parts == 0 || parts > (kByTrust | kOnIslands | kHasTopics)) return std::nullopt;
  look.by_trust = (parts & kByTrust) != 0;
  look.layout = (parts & kOnIslands) != 0 ? MapLayout::kIslands : MapLayout::kOneLand;
  if ((parts & kHasTopics) == 0) return look;
  look.topics = reader.Get<TopicFilter>();
  // None and all of them are not written.
  if (look.topics == 0 || look.topics >= (1 << kTopicCount) - 1) return std::nullopt;
  return look;
}

}  // namespace

void PutView(const SharedView& view, ByteWriter& out) {
  out.Put(CodeOf(view.center_in_world.x));
  out.Put(CodeOf(view.center_in_world.y));
  out.Put(CodeOfSide(view.half_side_in_world));
}

SharedView GetView(ByteReader& in) {
  SharedView view;
  view.center_in_world.x = CoordinateOf(in.Get<uint16_t>());
  view.center_in_world.y = CoordinateOf(in.Get<uint16_t>());
  view.half_side_in_world = SideOf(in.Get<uint8_t>());
  return view;
}

std::string WriteIdeasLink(const Journey& journey, const std::optional<SharedView>& view,
                           const IdeaMap& map, const SharedLook& look) {
  ByteWriter writer;
  const bool has_name = !journey.name.empty(), has_look = look != SharedLook{};
  writer.Put(static_cast<uint8_t>(has_look ? 3 : has_name ? 2 : 1));
  writer.Put(static_cast<uint8_t>((view ? kHasView : 0) | (has_name ? kHasName : 0) |
                                  (has_look ? kHasLook : 0)));
  if (view) PutView(*view, writer);
  if (has_name) writer.PutText(journey.name);
  if (has_look) PutLook(look, writer);
  writer.PutVarint(journey.stops.size());
  for (size_t i = 0; i < journey.stops.size(); ++i) {
    const Stop& stop = journey.stops[i];
    writer.Put(StableId(map.TitleOf(stop.item)));
    writer.PutVarint(stop.parent < 0 ? 0 : i - static_cast<size_t>(stop.parent));
  }
  if (!journey.is_empty()) writer.PutVarint(static_cast<uint64_t>(journey.current));
  return std::string(AsText(writer.bytes()));
}

Result<IdeasLink> ReadIdeasLink(std::string_view payload, const IdeaMap& map) {
  ByteReader reader(AsBytes(payload));
  IdeasLink link;
  const uint8_t version = reader.Get<uint8_t>();
  if (reader.ok() && version > kIdeasLinkVersion) {
    return Fail(ErrorCode::kTooNew,
                "That link was made by a newer Meander. Please reload the page.");
  }
  const uint8_t flags = reader.Get<uint8_t>();
  if (version == 0 || (flags & ~kKnownFlags[std::min(version, kIdeasLinkVersion)]) != 0) {
    return NotWhole();
  }
  if ((flags & kHasView) != 0) link.view = GetView(reader);
  if ((flags & kHasName) != 0) {
    const std::string_view name = reader.GetText();
    if (!reader.ok() || name.size() > kMaxNameBytes) return NotWhole();
    SetName(link.journey, name);
  }
  if ((flags & kHasLook) != 0) {
    const std::optional<SharedLook> look = GetLook(reader);
    if (!look) return NotWhole();
    link.look = *look;
  }
  const size_t count = reader.GetCount(5);
  if (!reader.ok() || count > kMaxStops) return NotWhole();
  std::vector<int> kept_as(
      count);  // where each stop of the link went; its parent's place if left out
  for (size_t i = 0; i < count; ++i) {
    const uint32_t item = map.ItemOf(reader.Get<uint32_t>());
    const uint64_t back = reader.GetVarint();
    if (!reader.ok() || back > i) return NotWhole();
    const int parent = back == 0 ? -1 : kept_as[i - static_cast<size_t>(back)];
    if (item == kNoItem) {
      ++link.unknown_stops;
      kept_as[i] = parent;
      continue;
    }
    kept_as[i] = static_cast<int>(link.journey.stops.size());
    link.journey.stops.push_back({item, parent, parent < 0 ? 0.f : kUnknownLength});
  }
  const uint64_t current = count > 0 ? reader.GetVarint() : 0;
  if (!reader.ok() || !reader.AtEnd() || (count > 0 && current >= count)) return NotWhole();
  if (!link.journey.is_empty()) {
    link.journey.current = std::max(kept_as[static_cast<size_t>(current)], 0);
  }
  return link;
}

}  // namespace meander
