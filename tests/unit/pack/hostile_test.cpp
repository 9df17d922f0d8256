// Sections cut short or altered anywhere, and counts chosen to overflow: refused or read, never a
// crash or a large allocation. Run under the sanitizers, this is what says so.
#include <gtest/gtest.h>

#include <functional>

#include "pack/format.h"
#include "pack/road_section.h"
#include "pack/sections.h"

namespace meander {
namespace {

struct Case {
  const char* name;
  std::vector<uint8_t> bytes;
  std::function<bool(ByteSpan)> reads;
};

std::vector<Case> EverySection() {
  const std::vector<Region> regions{{0, 2, 2, 10, "Geography"}, {1, 7, 1, 3, "Köln"}};
  RoadMap roads;
  for (const uint32_t to : {1u, 2u, 0u}) roads.AddItem(std::vector<Road>{{to, 200}, {2, 9}});
  const std::vector<std::string> titles{"Coffee", "Köln", "Tea"};
  const std::vector<Article> articles{
      {"A drink", "Coffee is a café drink.", "https://x/Coffee", {{0, 6, 1, 0.5f}, {12, 17, 2, 0}}},
      {"", "", "", {}},
      {"b", "Tea", "https://x/Tea", {}}};
  const NeighborLists lists{2, {{1, .9f}, {2, .1f}, {0, .2f}, {2, 1.f}, {0, .5f}, {1, -1.f}}};
  const VectorTable table = QuantizeRows("e", 2, std::vector<float>{1, 0, 0, 1, .6f, .8f});
  const auto positions = WritePositions({{0, 65535, 32768, 1, 5, 6}});
  return {
      {"positions", positions, [](ByteSpan b) { return ReadPositions(b, 3).has_value(); }},
      {"topics", {0, 10, 0x83}, [](ByteSpan b) { return ReadTopics(b, 3, 11).has_value(); }},
      {"trust", {0, 10, 3}, [](ByteSpan b) { return ReadTrust(b, 3).has_value(); }},
      {"importance", {0, 255, 3}, [](ByteSpan b) { return ReadImportance(b, 3).has_value(); }},
      {"regions", WriteRegions(regions),
       [](ByteSpan b) { return ReadRegions(b, 3, 11).has_value(); }},
      {"roads_meaning", WriteRoads(roads, 0, 3),
       [](ByteSpan b) {
         RoadMap map;
         return ReadRoads(b, 3, 3, map).has_value();
       }},
      {"titles", WriteTitles(titles), [](ByteSpan b) { return ReadTitles(b, 3).has_value(); }},
      {"texts", WriteTexts(articles), [](ByteSpan b) { return ReadTexts(b, 3, 3).has_value(); }},
      {"neighbors", WriteNeighbors(lists),
       [](ByteSpan b) { return ReadNeighbors(b, 3, 3).has_value(); }},
      {"vectors", WriteVectors(table, 0, 3),
       [](ByteSpan b) { return ReadVectors(b, 3, "e").has_value(); }},
  };
}

// A copy of its own size on the heap, so that a read past the end is seen.
std::vector<uint8_t> Copy(ByteSpan bytes) { return {bytes.begin(), bytes.end()}; }

TEST(HostileSections, EveryTruncationIsRefused) {
  for (const Case& section : EverySection()) {
    ASSERT_TRUE(section.reads(section.bytes)) << section.name;
    for (size_t length = 0; length < section.bytes.size(); ++length) {
      EXPECT_FALSE(section.reads(Copy(ByteSpan(section.bytes).first(length))))
          << section.name << " cut to " << length;
    }
    std::vector<uint8_t> longer = section.bytes;
    longer.push_back(0);
    EXPECT_FALSE(section.reads(longer)) << section.name << " with a byte more";
  }
}

TEST(HostileSections, EveryAlteredByteIsReadOrRefusedAndSomeAreRefused) {
  for (const Case& section : EverySection()) {
    if (std::string_view(section.name) == "positions") continue;  // every value is a place
    size_t refused = 0;
    for (size_t at = 0; at < section.bytes.size(); ++at) {
      for (int value = 0; value < 256; ++value) {
        std::vector<uint8_t> altered = Copy(section.bytes);
        altered[at] = static_cast<uint8_t>(value);
        refused += !section.reads(altered);
      }
    }
    if (std::string_view(section.name) == "importance") {
      EXPECT_EQ(refused, 0u);  // every byte is an importance
    } else {
      EXPECT_GT(refused, 0u) << section.name;
    }
  }
}

TEST(HostileSections, CountsWhoseProductWrapsAreRefused) {
  // 4294836226 * 859019674 * 5 = 2⁶⁴ + 4, found by search: in 64 bits it looks like four bytes.
  constexpr uint32_t kItems = 4294836226u, kPerItem = 859019674u;
  static_assert(uint64_t{kItems} * kPerItem * 5 == 4);
  ByteWriter neighbors;
  neighbors.Put(kPerItem);
  neighbors.Put(uint32_t{0});
  EXPECT_FALSE(ReadNeighbors(neighbors.bytes(), kItems, kItems).has_value());
  // In wasm size_t has 32 bits, where 2³⁰ places of four bytes look like none.
  EXPECT_FALSE(ReadPositions({}, 1u << 30).has_value());
  EXPECT_FALSE(ReadTitles({}, 0xFFFFFFFFu).has_value());
  EXPECT_FALSE(ReadTexts({}, 0xFFFFFFFFu, 0xFFFFFFFFu).has_value());
  ByteWriter vectors;
  vectors.Put(uint32_t{2064});
  EXPECT_FALSE(ReadVectors(vectors.bytes(), 0xFFFFFFFFu, "e").has_value());
}

TEST(HostileSections, AListOfNoNeighborsIsRefused) {
  ByteWriter none;
  none.Put(uint32_t{0});
  EXPECT_FALSE(ReadNeighbors(none.bytes(), 3, 3).has_value());
}

}  // namespace
}  // namespace meander
