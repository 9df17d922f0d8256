// A little map for the Ideas room's tests: thirty made-up articles on a grid, written with the
// pack's own section writers and handed over chunk by chunk, as the page gets them.
#pragma once

#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "ideas/state.h"

namespace meander {

inline constexpr std::string_view kSmallTitles[] = {"Coffee",
                                                    "Drink",
                                                    "Liquid",
                                                    "Matter",
                                                    "Black hole",
                                                    "Art",
                                                    "Cartoon art",
                                                    "Artisan bread",
                                                    "Bread–butter dispute",
                                                    "O'Brannagh's clock",
                                                    "Łukasz Zażółć",
                                                    "Trần Minh school",
                                                    "Tidal loom",
                                                    "Loom",
                                                    "Looms of the north",
                                                    "J.S. Quillfeather",
                                                    "Café Mirabeau",
                                                    "Quillfeather prize",
                                                    "Salt lantern",
                                                    "Lantern fish",
                                                    "Moss calendar",
                                                    "Calendar reform",
                                                    "History of moss",
                                                    "Paper bridge",
                                                    "Bridge of sighs and salt",
                                                    "Snow alphabet",
                                                    "Alphabet",
                                                    "Zero",
                                                    "Windmill arithmetic",
                                                    "Arithmetic"};
inline constexpr uint32_t kSmallItems = 30;
static_assert(std::size(kSmallTitles) == kSmallItems);

// Six dots a row, five rows, the first at the lower left; 0.36 world units apart either way. More
// than thirty lie on top of one another.
inline Point2 GridPlace(uint32_t item) {
  return {static_cast<float>(item % 6) * 0.36f - 0.9f,
          static_cast<float>(item / 6 % 5) * 0.36f - 0.72f};
}

struct SmallPack {
  using Chunk = std::pair<ChunkRef, std::vector<uint8_t>>;

  PackHead head;
  std::map<std::string, std::vector<Chunk>> chunks;

  void Add(const std::string& section, uint32_t first, uint32_t count, std::vector<uint8_t> bytes) {
    const ChunkRef chunk{section, first, count, static_cast<uint32_t>(bytes.size()), 0};
    if (head.Find(section) == nullptr) head.sections.push_back({section, 1, true, {}});
    head.sections.back().chunks.push_back(chunk);
    chunks[section].emplace_back(chunk, std::move(bytes));
  }
};

// Topic = item % 11, every seventh one inferred; trust = item % 11; importance falls with the item
// from 200. The titles come in two chunks.
inline SmallPack MakeSmallPack(std::vector<std::string> titles = {std::begin(kSmallTitles),
                                                                  std::end(kSmallTitles)}) {
  SmallPack pack;
  const auto count = static_cast<uint32_t>(titles.size());
  pack.head.name = "small";
  pack.head.encoder_id = "encoder";
  pack.head.item_count = count;
  Positions positions;
  std::vector<uint8_t> topics, trust, importance;
  for (uint32_t item = 0; item < count; ++item) {
    const Point2 at = GridPlace(item);
    positions.codes.push_back(static_cast<uint16_t>((at.x + 1) / 2 * 65535 + 0.5f));
    positions.codes.push_back(static_cast<uint16_t>((at.y + 1) / 2 * 65535 + 0.5f));
    topics.push_back(static_cast<uint8_t>(item % 11 | (item % 7 == 6 ? 0x80 : 0)));
    trust.push_back(static_cast<uint8_t>(item % 11));
    importance.push_back(static_cast<uint8_t>(200 - item));
  }
  pack.Add("positions", 0, count, WritePositions(positions));
  pack.Add("topics", 0, count, topics);
  pack.Add("trust", 0, count, trust);
  const std::vector<Region> regions{{0, 0, 0, 3, "The west"}, {1, 5, count / 2, 2, "The middle"}};
  pack.Add("regions", 0, count, WriteRegions(regions));
  pack.Add("importance", 0, count, importance);
  const std::span<const std::string> all(titles);
  pack.Add("titles", 0, count / 2, WriteTitles(all.first(count / 2)));
  pack.Add("titles", count / 2, count - count / 2, WriteTitles(all.subspan(count / 2)));
  if (titles[0] == kSmallTitles[0]) {
    const std::vector<Neighbor> example{{0, 1}, {1, 0.5f}, {2, 0.4f}, {3, 0.3f}, {4, 0.2f}};
    pack.Add(std::string(kExampleSection), 0, count, WriteExample(example));
  }
  return pack;
}

// A pack whose titles are "Idea 0", "Idea 1" …: and that has no prepared journey.
inline SmallPack MakePlainPack(uint32_t count = kSmallItems) {
  std::vector<std::string> titles;
  for (uint32_t item = 0; item < count; ++item) titles.push_back("Idea " + std::to_string(item));
  return MakeSmallPack(std::move(titles));
}

inline IdeaMap MapOf(const SmallPack& pack) {
  IdeaMap map(pack.head.item_count, pack.head.Find(kExampleSection) != nullptr);
  for (const SectionRef& section : pack.head.sections) {
    for (const auto& [chunk, bytes] : pack.chunks.at(section.name)) {
      if (!map.Take(section.name, chunk, bytes)) std::abort();
    }
  }
  if (!map.is_complete()) std::abort();
  return map;
}

// Hands over every chunk; what the last one asked of the world.
inline Effects TakeAll(IdeasState& state, const SmallPack& pack) {
  Effects last;
  for (const SectionRef& section : pack.head.sections) {
    for (const auto& [chunk, bytes] : pack.chunks.at(section.name)) {
      last = TakeChunk(state, section.name, chunk, ByteSpan(bytes));
    }
  }
  return last;
}

// As it stands when the map has just arrived.
inline IdeasState StateOf(const SmallPack& pack, std::string_view link_payload = {}) {
  IdeasState state;
  StartIdeas(state, pack.head, link_payload);
  TakeAll(state, pack);
  return state;
}
// The same with an empty journey, as after "Forget" has run out.
inline IdeasState EmptyState(const SmallPack& pack = MakeSmallPack()) {
  IdeasState state = StateOf(pack);
  state.journey = {};
  state.is_example = false;
  state.pane = {};
  return state;
}

// Ten neighbours, the next ten items, 0.9 close and each 0.05 less than the one before; one link,
// 0.4 close, to the item fifteen on.
inline ArticleReply MadeUpArticle(uint32_t item, uint32_t count = kSmallItems) {
  ArticleReply reply;
  reply.item = item;
  reply.article.description = "a thing";
  reply.article.text = "It is read about.\nIt leads on.";
  reply.article.address = "https://example.org/thing";
  reply.article.links = {{21, 26, (item + 15) % count, 0.4f}};  // "leads"
  for (uint32_t i = 0; i < 10; ++i) {
    reply.neighbors.push_back({(item + 1 + i) % count, 0.9f - 0.05f * static_cast<float>(i)});
  }
  return reply;
}

// The articles of the main line.
inline std::vector<uint32_t> Line(const IdeasState& state) {
  std::vector<uint32_t> items;
  for (const int stop : MainLine(state.journey)) {
    items.push_back(state.journey.stops[static_cast<size_t>(stop)].item);
  }
  return items;
}

inline const IdeaMap& Map() {
  static const IdeaMap* const map = new IdeaMap(MapOf(MakeSmallPack()));
  return *map;
}

// The payload of a link to a journey along these articles.
inline std::string LinkTo(std::initializer_list<uint32_t> items, const IdeaMap& map = Map(),
                          const std::optional<SharedView>& view = {}) {
  Journey journey;
  for (const uint32_t item : items) Open(journey, item, 0);
  return WriteIdeasLink(journey, view, map);
}

// A payload that ends before it has begun.
inline constexpr std::string_view kTorn = "\x01";

// The effects of one kind, in order.
template <class Kind>
std::vector<Kind> Only(const Effects& effects) {
  std::vector<Kind> found;
  for (const Effect& effect : effects) {
    if (const auto* one = std::get_if<Kind>(&effect)) found.push_back(*one);
  }
  return found;
}

// The questions of one kind to the engine, with their ids.
template <class Body>
std::vector<std::pair<RequestId, Body>> Asked(const Effects& effects) {
  std::vector<std::pair<RequestId, Body>> asked;
  for (const AskEngineEffect& ask : Only<AskEngineEffect>(effects)) {
    if (const auto* body = std::get_if<Body>(&ask.request.body)) {
      asked.emplace_back(ask.request.id, *body);
    }
  }
  return asked;
}

// A chart of 900 × 700 that shows the whole map, nothing moving.
inline View WholeView(const IdeaMap& map) {
  View view;
  view.viewport.width_px = 900;
  view.viewport.height_px = 700;
  view.page_width_px = 1280;
  view.page_height_px = 800;
  view.fit = FitCamera(map.bounds(), view.viewport, 40);
  view.camera = view.fit;
  view.reduced_motion = true;
  return view;
}

// What must hold of any journey; empty when it does, else what does not.
inline std::string FaultOf(const Journey& journey, uint32_t item_count) {
  const auto count = static_cast<int>(journey.stops.size());
  if (journey.stops.size() > kMaxStops) return "too many stops";
  if (journey.is_empty() ? journey.current != -1
                         : journey.current < 0 || journey.current >= count) {
    return "current is " + std::to_string(journey.current);
  }
  for (int i = 0; i < count; ++i) {
    const Stop& stop = journey.stops[static_cast<size_t>(i)];
    if (stop.item >= item_count) return "a stop of no article";
    if (stop.parent < -1 || stop.parent >= i) return "a parent after its child";
    if (stop.length != kUnknownLength && !(stop.length >= 0 && stop.length <= 2)) {
      return "a length of " + std::to_string(stop.length);
    }
    if (stop.parent == -1 && stop.length != 0) return "a start with a length";
  }
  return {};
}

}  // namespace meander
