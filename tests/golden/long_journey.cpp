// Builds the map with the pack's own section writers and opens the journey by its link.
#include "long_journey.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <string>

#include "base/rng.h"
#include "canvas/nearest_dot.h"
#include "golden_scenes.h"
#include "ideas/link.h"
#include "ideas/room.h"

namespace meander::testing {
namespace {

constexpr int kArticles = 10000, kStops = 40;
constexpr float kWidth_px = 860, kHeight_px = 744;

// Titles nobody has used: "Tidal loom", "Salt lantern", every one once.
std::vector<std::string> MakeTitles() {
  constexpr std::array kFirst = {"Tidal", "Salt",   "Paper",  "Quiet",  "Copper", "Winter",
                                 "Glass", "Linen",  "Hollow", "Amber",  "River",  "Northern",
                                 "Moss",  "Double", "Inland", "Wooden", "Slow",   "Candle",
                                 "Ash",   "Velvet", "Market", "Harbour"};
  constexpr std::array kSecond = {"loom",     "lantern", "bridge",  "calendar", "alphabet",
                                  "windmill", "garden",  "compass", "kettle",   "ballad",
                                  "theorem",  "orchard", "ferry",   "mirror",   "quarry",
                                  "almanac",  "harp",    "census",  "glacier",  "thimble"};
  std::vector<std::string> titles;
  for (int i = 0; i < kArticles; ++i) {
    std::string title =
        std::string(kFirst[i % kFirst.size()]) + " " + kSecond[i / kFirst.size() % kSecond.size()];
    if (const size_t round = i / (kFirst.size() * kSecond.size()); round > 0) {
      title += " of " + std::string(kFirst[round % kFirst.size()]) + "mere";
    }
    titles.push_back(std::move(title) + std::string(i / 9680, '\''));
  }
  return titles;
}

class Map {
 public:
  explicit Map(Room& room) : room_(room) {
    head_.name = "made-up";
    head_.encoder_id = "encoder";
    head_.item_count = kArticles;
  }
  // The chunks are handed over once the head is known.
  void Add(const std::string& section, std::vector<uint8_t> bytes) {
    const ChunkRef chunk{section, 0, kArticles, static_cast<uint32_t>(bytes.size()), 0};
    head_.sections.push_back({section, 1, true, {chunk}});
    chunks_.emplace_back(chunk, std::move(bytes));
  }
  void Open(std::string_view link) {
    room_.Start(head_, link);
    for (const auto& [chunk, bytes] : chunks_) room_.OnChunk(chunk.file, chunk, ByteSpan(bytes));
  }
  // The same map on its own, to write the link with.
  IdeaMap Alone() const {
    IdeaMap map(kArticles);
    for (const auto& [chunk, bytes] : chunks_) {
      if (!map.Take(chunk.file, chunk, bytes)) std::abort();
    }
    return map;
  }

 private:
  Room& room_;
  PackHead head_;
  std::vector<std::pair<ChunkRef, std::vector<uint8_t>>> chunks_;
};

// Mostly small steps from idea to idea, every sixth one a leap across the map; no idea twice.
Journey Wander(const IdeaMap& map) {
  Rng rng(9);
  Journey journey;
  Point2 at{-0.4f, 0.3f};
  std::vector<bool> seen(kArticles);
  while (journey.stops.size() < kStops) {
    const bool leaps = journey.stops.size() % 6 == 5;
    const float reach = leaps ? 1.3f : 0.34f;
    const Point2 towards = at + Point2{(rng.Unit() - 0.5f) * reach, (rng.Unit() - 0.5f) * reach};
    const auto near = NearestDot(*map.points(), towards, 0.1f);
    if (!near || seen[*near] || Length(towards) > 0.8f) continue;
    seen[*near] = true;
    Open(journey, *near, 0.5f);
    at = map.PlaceOf(*near);
  }
  return journey;
}

}  // namespace

Figure LongJourney() {
  const std::shared_ptr<const PointTable> cloud = CloudTable(1, kArticles);
  const std::unique_ptr<Room> room = MakeIdeasRoom();
  Map map(*room);
  map.Add("positions", WritePositions({cloud->codes}));
  map.Add("topics", cloud->hues);
  map.Add("trust", std::vector<uint8_t>(kArticles, 5));
  std::vector<Region> regions;
  for (int topic = 0; topic < kTopicCount; ++topic) {
    const float angle = 6.2832f * (static_cast<float>(topic) + 0.5f) / kTopicCount;
    const auto anchor =
        NearestDot(*cloud, {0.5f * std::cos(angle), 0.5f * std::sin(angle)}, 0.5f).value_or(0);
    regions.push_back({0, static_cast<uint8_t>(topic), anchor, 500.f - static_cast<float>(topic),
                       std::string(kTopicNames[static_cast<size_t>(topic)])});
  }
  map.Add("regions", WriteRegions(regions));
  std::vector<uint8_t> importance(kArticles);
  for (size_t i = 0; i < importance.size(); ++i) importance[i] = static_cast<uint8_t>(i * 7 % 251);
  map.Add("importance", importance);
  map.Add("titles", WriteTitles(MakeTitles()));
  const IdeaMap alone = map.Alone();
  map.Open(WriteIdeasLink(Wander(alone), std::nullopt, alone));

  View view;
  view.viewport = {.width_px = kWidth_px, .height_px = kHeight_px};
  view.page_width_px = 1280;
  view.page_height_px = 800;
  view.reduced_motion = true;
  view.fit = view.camera = FitCamera(room->Bounds(), view.viewport, 24);
  room->Advance(view);
  Figure figure;
  figure.width_px = kWidth_px;
  figure.height_px = kHeight_px;
  figure.chart_px = {{0, 0}, {kWidth_px, kHeight_px}};
  figure.camera = view.camera;
  figure.scene = room->BuildScene(view);
  // The renderer knows dots by the number of their table, and the other scenes' have theirs.
  auto table = std::make_shared<PointTable>(*figure.scene.points.table);
  table->version = 40;
  figure.scene.points.table = table;
  return figure;
}

}  // namespace meander::testing
