// The contents of the sections an idea map is made of, decoded from verified chunks. Every reader
// checks all counts, indices and text encodings, and answers kCorrupt rather than trust a checksum.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "space/point.h"
#include "space/vector_table.h"

namespace meander {

// First view --------------------------------------------------------------------------------------
// "positions": uint16 x, y an item; world = code / 65535 * 2 - 1. Kept as codes: the GPU reads
// them.
struct Positions {
  std::vector<uint16_t> codes;  // x0 y0 x1 y1 …
  uint32_t count() const { return static_cast<uint32_t>(codes.size() / 2); }
  Point2 At(uint32_t item) const {
    return {codes[2 * item] * (2.f / 65535) - 1, codes[2 * item + 1] * (2.f / 65535) - 1};
  }
};
Result<Positions> ReadPositions(ByteSpan chunk, uint32_t item_count);
std::vector<uint8_t> WritePositions(const Positions& positions);

// "topics": one byte an item: topic index (low 6 bits, design order), bit 7 = inferred by vote.
struct Topics {
  std::vector<uint8_t> codes;
  uint8_t Of(uint32_t item) const { return codes[item] & 0x3f; }
  bool Inferred(uint32_t item) const { return (codes[item] & 0x80) != 0; }
};
Result<Topics> ReadTopics(ByteSpan chunk, uint32_t item_count, uint32_t topic_count);

// "trust": one byte an item, 0..10: how many of its ten true neighbours are among its thirty
// nearest on the map.
Result<std::vector<uint8_t>> ReadTrust(ByteSpan chunk, uint32_t item_count);

// "regions": names on the chart. level 0 = the large topic names, 1 = sub-regions, 2 = finer.
struct Region {
  uint8_t level = 0;
  uint8_t topic = 0;     // index in design order
  uint32_t anchor = 0;   // the medoid item the name is set at
  float importance = 0;  // larger wins a collision; > 0
  std::string name;
};
Result<std::vector<Region>> ReadRegions(ByteSpan chunk, uint32_t item_count, uint32_t topic_count);
std::vector<uint8_t> WriteRegions(std::span<const Region> regions);

// "importance": one byte an item, 255 = most important (how often other articles mention it, …).
Result<std::vector<uint8_t>> ReadImportance(ByteSpan chunk, uint32_t item_count);

// "example": a prepared journey along links in the texts, for a first visit; may be absent. One
// chunk: varint count (1…64), then each stop's item (u32) and closeness to the stop before (u8).
// The first stop's cosine is 1.
inline constexpr uint64_t kMaxExampleStops = 64;
Result<std::vector<Neighbor>> ReadExample(ByteSpan chunk, uint32_t item_count);
std::vector<uint8_t> WriteExample(std::span<const Neighbor> stops);

// "titles": every title in item order, UTF-8.
Result<std::vector<std::string>> ReadTitles(ByteSpan chunk, uint32_t item_count);
std::vector<uint8_t> WriteTitles(std::span<const std::string> titles);

// On demand ---------------------------------------------------------------------------------------
// "link_counts": one byte an item: to how many others its text leads, 255 at most.
Result<std::vector<uint8_t>> ReadLinkCounts(ByteSpan chunk, uint32_t item_count);

// "measures": how far the map of the first view can be trusted, as `check` measures it, each in
// [0, 1] and stored as u16 ten-thousandths in this order.
struct MapMeasures {
  float knn_recall_10 = 0, knn_recall_50 = 0, trustworthiness = 0;
  float topic_accuracy_2d = 0, topic_accuracy_full = 0;
};
Result<MapMeasures> ReadMeasures(ByteSpan chunk);
std::vector<uint8_t> WriteMeasures(const MapMeasures& measures);

// "texts": what an article says and where its words lead.
struct TextLink {
  uint32_t begin = 0;  // byte range in `text`
  uint32_t end = 0;
  uint32_t target = 0;  // item
  float cosine = 0;     // between the two articles
};
struct Article {
  std::string description;      // one line; may be empty
  std::string text;             // paragraphs separated by '\n'
  std::string address;          // the article's own page, https
  std::vector<TextLink> links;  // in order, not overlapping
};
// All articles of one chunk (item_count of them); link targets < pack_item_count.
Result<std::vector<Article>> ReadTexts(ByteSpan chunk, uint32_t item_count,
                                       uint32_t pack_item_count);
std::vector<uint8_t> WriteTexts(std::span<const Article> articles);

// "neighbors": the `per_item` true nearest of each item, best first; cosine stored in 8 bits.
struct NeighborLists {
  uint32_t per_item = 0;
  std::vector<Neighbor> flat;  // item-major
  std::span<const Neighbor> Of(uint32_t index) const {
    return std::span(flat).subspan(size_t{index} * per_item, per_item);
  }
};
Result<NeighborLists> ReadNeighbors(ByteSpan chunk, uint32_t item_count, uint32_t pack_item_count);
std::vector<uint8_t> WriteNeighbors(const NeighborLists& lists);

// "vectors": scale and int8 codes a row. The table's encoder_id is the head's.
Result<VectorTable> ReadVectors(ByteSpan chunk, uint32_t item_count, std::string encoder_id);
std::vector<uint8_t> WriteVectors(const VectorTable& table, uint32_t first, uint32_t count);

// An item's identity in links: survives every rebuild that keeps the title.
uint32_t StableId(std::string_view title);

}  // namespace meander
