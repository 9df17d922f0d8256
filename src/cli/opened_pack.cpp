// See opened_pack.h.
#include "cli/opened_pack.h"

#include <algorithm>
#include <iterator>

#include "base/files.h"
#include "base/lower_case.h"
#include "cli/head_file.h"
#include "cli/pack_chunks.h"

namespace meander {
namespace {

constexpr uint32_t kTopics = 11;

Result<void> Take(const std::string& name, const ChunkRef& chunk, ByteSpan bytes,
                  OpenedPack& pack) {
  const uint32_t items = pack.head.item_count;
  if (name == "positions") {
    TRY(pack.positions, ReadPositions(bytes, items));
  } else if (name == "topics") {
    TRY(pack.topics, ReadTopics(bytes, items, kTopics));
  } else if (name == "trust") {
    TRY([[maybe_unused]] const auto trust, ReadTrust(bytes, items));
  } else if (name == "importance") {
    TRY([[maybe_unused]] const auto importance, ReadImportance(bytes, items));
  } else if (name == "link_counts") {
    TRY(pack.link_counts, ReadLinkCounts(bytes, items));
  } else if (name == "measures") {
    TRY(pack.measures, ReadMeasures(bytes));
  } else if (name == kSpellingSection) {
    TRY(pack.spelling, ReadSpelling(bytes, items));
  } else if (name == "regions") {
    TRY(pack.regions, ReadRegions(bytes, items, kTopics));
  } else if (name == "titles") {
    TRY(std::vector<std::string> titles, ReadTitles(bytes, chunk.item_count));
    pack.titles.insert(pack.titles.end(), titles.begin(), titles.end());
  } else if (name == "texts") {
    TRY(std::vector<Article> articles, ReadTexts(bytes, chunk.item_count, items));
    std::move(articles.begin(), articles.end(), std::back_inserter(pack.articles));
  } else if (name == "neighbors") {
    TRY(NeighborLists lists, ReadNeighbors(bytes, chunk.item_count, items));
    return Append(std::move(lists), pack.neighbors);
  } else if (name == kIslands) {
    TRY_VOID(ReadLayout(bytes, chunk.item_count, pack.islands));
  } else if (name == kRoadsByMeaning) {
    TRY_VOID(ReadRoads(bytes, chunk.item_count, items, pack.roads_by_meaning));
  } else if (name == kRoadsByLinks) {
    TRY_VOID(ReadRoads(bytes, chunk.item_count, items, pack.roads_by_links));
  } else if (name == "vectors") {
    TRY(VectorTable part, ReadVectors(bytes, chunk.item_count, pack.head.encoder_id));
    return Append(std::move(part), pack.vectors);
  }
  return {};
}

}  // namespace

Result<OpenedPack> OpenPack(const std::filesystem::path& folder) {
  const std::filesystem::path head_file = HeadFileOf(folder);
  TRY(const std::vector<uint8_t> head_bytes, ReadFile(head_file));
  OpenedPack pack;
  TRY(pack.head, ReadPackHead(head_bytes));
  TRY(const uint64_t chunks,
      ReadEveryChunk(head_file.parent_path(), pack.head,
                     [&](const SectionRef& section, const ChunkRef& chunk, ByteSpan bytes) {
                       return Take(section.name, chunk, bytes, pack);
                     }));
  pack.bytes_first_view = head_bytes.size() + chunks;
  for (const char* needed : {"positions", "topics", "trust", "importance", "regions", "titles",
                             "texts", "neighbors", "vectors"}) {
    if (pack.head.Find(needed) == nullptr) {
      return Fail(ErrorCode::kCorrupt, std::string("This pack has no section \"") + needed + "\".");
    }
  }
  return pack;
}

Result<uint32_t> ItemOfTitle(const OpenedPack& pack, const std::string& title) {
  const std::string wanted = LowerCase(title);
  std::vector<uint32_t> alike;
  for (uint32_t item = 0; item < pack.titles.size(); ++item) {
    if (pack.titles[item] == title) return item;
    if (LowerCase(pack.titles[item]) == wanted) alike.push_back(item);
  }
  if (alike.size() == 1) return alike[0];
  return Fail(ErrorCode::kNotFound, "There is no article \"" + title + "\" in this pack.");
}

}  // namespace meander
