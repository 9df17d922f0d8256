// See idea_map_writer.h.
#include "make/idea_map_writer.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "make/pack_writer.h"
#include "make/quality.h"
#include "pack/format.h"
#include "pack/layout_section.h"
#include "pack/place_code.h"
#include "pack/road_section.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

std::string AddressOf(const std::string& prefix, const std::string& title) {
  std::string out = prefix;
  for (const char c : title) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~' ||
                          c == '(' || c == ')' || c == ',';
    if (is_plain) {
      out += c;
    } else if (c == ' ') {
      out += '_';
    } else {
      out += '%';
      out += "0123456789ABCDEF"[static_cast<uint8_t>(c) >> 4];
      out += "0123456789ABCDEF"[static_cast<uint8_t>(c) & 15];
    }
  }
  return out;
}

std::vector<uint8_t> ImportanceOf(const IdeaMapContent& content) {
  std::vector<uint8_t> importance;
  for (size_t item = 0; item < content.articles.size(); ++item) {
    const float mentions = std::log2(1 + static_cast<float>(content.mentions[item])) / 9;
    const float length =
        std::min(static_cast<float>(content.articles[item].text.size()) / 2000, 1.f);
    importance.push_back(
        static_cast<uint8_t>(std::lround(255 * std::min(0.85f * mentions + 0.15f * length, 1.f))));
  }
  return importance;
}

std::vector<uint8_t> LinkCountsOf(const IdeaMapContent& content) {
  std::vector<uint8_t> counts;
  for (const std::vector<TextLink>& links : content.links) {
    std::set<uint32_t> targets;
    for (const TextLink& link : links) targets.insert(link.target);
    counts.push_back(static_cast<uint8_t>(std::min<size_t>(targets.size(), 255)));
  }
  return counts;
}

Result<void> WriteFirstView(PackWriter& writer, const IdeaMapContent& content,
                            const Positions& positions) {
  std::vector<uint8_t> topics;
  for (size_t item = 0; item < content.topics.size(); ++item) {
    topics.push_back(
        static_cast<uint8_t>(content.topics[item] | (content.articles[item].topic < 0 ? 0x80 : 0)));
  }
  const std::vector<uint32_t> on_map = NearestOnMap(positions, 30, content.threads);
  const auto map_count = static_cast<uint32_t>(on_map.size() / positions.count());
  const std::vector<uint8_t> position_bytes = WritePositions(positions);
  std::vector<std::string> titles;
  for (const SourceArticle& article : content.articles) titles.push_back(article.title);
  TRY_VOID(writer.PutColumn("positions", true, position_bytes, 4));
  TRY_VOID(writer.PutColumn("topics", true, topics));
  TRY_VOID(writer.PutColumn("trust", true, TrustOfItems(content.neighbors, on_map, map_count)));
  TRY_VOID(writer.PutColumn("importance", true, ImportanceOf(content)));
  TRY_VOID(writer.Put("titles", true, [&](uint32_t first, uint32_t count) {
    return WriteTitles(std::span(titles).subspan(first, count));
  }));
  TRY_VOID(writer.Put("regions", true,
                      [&](uint32_t, uint32_t) { return WriteRegions(content.regions); }));
  if (content.example.empty()) return {};
  std::vector<Neighbor> example{{content.example[0], 1}};
  for (size_t i = 1; i < content.example.size(); ++i) {
    const uint32_t from = content.example[i - 1], to = content.example[i];
    example.push_back({to, CosineOfRows(content.vectors, from, to)});
  }
  return writer.Put("example", true, [&](uint32_t, uint32_t) { return WriteExample(example); });
}

Result<void> WriteIslands(PackWriter& writer, const IdeaMapContent& content) {
  SecondLayout layout{PositionsOf(content.islands), {}};
  const std::vector<uint32_t> on_map = NearestOnMap(layout.positions, 30, content.threads);
  const auto map_count = static_cast<uint32_t>(on_map.size() / layout.positions.count());
  layout.trust = TrustOfItems(content.neighbors, on_map, map_count);
  return writer.Put(kIslands, false, [&](uint32_t first, uint32_t count) {
    return WriteLayout(layout, first, count);
  });
}

Result<void> WriteOnDemand(PackWriter& writer, const IdeaMapContent& content,
                           const Positions& positions, const std::string& prefix) {
  std::vector<Article> articles;
  for (size_t item = 0; item < content.articles.size(); ++item) {
    const SourceArticle& source = content.articles[item];
    articles.push_back(
        {source.description, source.text, AddressOf(prefix, source.title), content.links[item]});
  }
  TRY_VOID(writer.Put("texts", false, [&](uint32_t first, uint32_t count) {
    return WriteTexts(std::span(articles).subspan(first, count));
  }));
  TRY_VOID(writer.Put("neighbors", false, [&](uint32_t first, uint32_t count) {
    NeighborLists part{content.neighbors.per_item, {}};
    const auto flat = content.neighbors.flat.begin();
    part.flat.assign(flat + size_t{first} * part.per_item,
                     flat + size_t{first + count} * part.per_item);
    return WriteNeighbors(part);
  }));
  TRY_VOID(writer.Put("vectors", false, [&](uint32_t first, uint32_t count) {
    return WriteVectors(content.vectors, first, count);
  }));
  TRY_VOID(writer.PutColumn("link_counts", false, LinkCountsOf(content)));
  // Little maps have too few neighbours to be measured by.
  if (content.articles.size() > 60 && content.neighbors.per_item >= 50) {
    std::vector<int> topics;
    for (const SourceArticle& article : content.articles) topics.push_back(article.topic);
    const MapMeasures measures =
        MeasureMap(content.vectors, content.neighbors, positions, topics, content.threads);
    TRY_VOID(
        writer.Put("measures", false, [&](uint32_t, uint32_t) { return WriteMeasures(measures); }));
  }
  if (!content.spelling.empty()) {
    TRY_VOID(writer.Put(kSpellingSection, false,
                        [&](uint32_t, uint32_t) { return WriteSpelling(content.spelling); }));
  }
  RoadMap by_meaning, by_links;
  for (uint32_t item = 0; item < content.articles.size(); ++item) {
    const auto nearest = content.neighbors.Of(item);
    std::vector<Road> roads;
    for (const Neighbor& neighbor :
         nearest.first(std::min<size_t>(nearest.size(), kRoadsByMeaningEach))) {
      roads.push_back({neighbor.item, ClosenessOf(neighbor.cosine)});
    }
    by_meaning.AddItem(roads);
    roads.clear();
    for (const TextLink& link : content.links[item]) {
      roads.push_back({link.target, ClosenessOf(link.cosine)});
    }
    by_links.AddItem(roads);
  }
  TRY_VOID(writer.Put(kRoadsByMeaning, false, [&](uint32_t first, uint32_t count) {
    return WriteRoads(by_meaning, first, count);
  }));
  return writer.Put(kRoadsByLinks, false, [&](uint32_t first, uint32_t count) {
    return WriteRoads(by_links, first, count);
  });
}

Result<void> WriteFiles(const Json& recipe, const IdeaMapContent& content, const fs::path& folder) {
  PackHead head;
  TRY(head.name, JsonText(recipe, "name"));
  TRY(const std::string prefix, JsonText(recipe, "address_prefix"));
  TRY(const Json* sources, JsonArray(recipe, "sources"));
  head.encoder_id = content.vectors.encoder_id;
  head.item_count = static_cast<uint32_t>(content.articles.size());
  PackWriter writer(folder, head);
  const Positions positions = PositionsOf(content.places);
  TRY_VOID(WriteFirstView(writer, content, positions));
  if (!content.islands.empty()) TRY_VOID(WriteIslands(writer, content));
  TRY_VOID(WriteOnDemand(writer, content, positions, prefix));
  Json manifest = ManifestHead(head);
  manifest["articles"] = head.item_count;
  manifest["layout_seed"] = content.seed;
  manifest["sources"] = *sources;
  manifest["recipe"] = recipe;
  head.manifest_json = WriteJson(manifest);
  return writer.PutHead();
}

}  // namespace

Result<void> WriteIdeaMap(const Json& recipe, const IdeaMapContent& content,
                          const fs::path& target) {
  return ReplaceFolder(target,
                       [&](const fs::path& folder) { return WriteFiles(recipe, content, folder); });
}

}  // namespace meander
