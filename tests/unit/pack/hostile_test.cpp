// Sections cut short or altered anywhere, and counts chosen to overflow: refused or read, never a
// crash or a large allocation. Run under the sanitizers, this is what says so.
#include <gtest/gtest.h>

#include <functional>

#include "pack/format.h"
#include "pack/line_sections.h"
#include "pack/neuron_sections.h"
#include "pack/road_section.h"
#include "pack/sections.h"

namespace meander {
namespace {

struct Case {
  const char* name;
  std::vector<uint8_t> bytes;
  std::function<bool(ByteSpan)> reads;
};

// A book of four-number vectors in two parts, turned, with the centroids a byte pattern.
CodeBook SmallBook() {
  CodeBook book{4, 2, {.1f, 0, -.1f, 0}, {.01f, .01f, .01f, .01f}, {}, {.01f, .02f}, {}};
  book.turn_codes.assign(16, 1);
  for (int i = 0; i < 2 * 256 * 2; ++i) book.centroids.push_back(static_cast<int8_t>(i * 7));
  return book;
}

std::vector<Case> SectionsOfLines() {
  Shelves shelves{{{"emma", "Emma", "Jane Austen", 1815, "Public domain", "r 1", true, true, 0, 2},
                   {"words", "Words", "", 0, "Free", "w 2", false, false, 2, 1}},
                  {{"Emma", 0, "Emma was clever.", "They were happy."}},
                  1};
  LineTable lines;
  for (const char* line : {"Where is Köln?", "It is here.", "O!"}) lines.Add(line);
  const Passages passages{"Where is Köln?\nIt is here.", {{0, 15}, {16, 27}, {}}};
  GramTable table{2, 2, {1, 65535}, {1, -2, 3, -4}};
  PhoneBook phones;
  for (const char* word : {"cold", "colder", "it's"}) phones.Add(word, "\x01\x45");
  const std::vector<PlaceRange> places{{2, "Chapter 1"}, {1, ""}};
  return {
      {"shelves", WriteShelves(shelves), [](ByteSpan b) { return ReadShelves(b, 3).has_value(); }},
      {"lines", WriteLines(lines, 0, 3),
       [](ByteSpan b) {
         LineTable read;
         return ReadLines(b, 3, read).has_value();
       }},
      {"places", WritePlaces(places), [](ByteSpan b) { return ReadPlaces(b, 3).has_value(); }},
      {"passages", WritePassages(passages),
       [](ByteSpan b) { return ReadPassages(b, 3).has_value(); }},
      {"meaning_book", WriteCodeBook(SmallBook(), "e"),
       [](ByteSpan b) { return ReadCodeBook(b, "e").has_value(); }},
      {"spelling_table", WriteGramTable(table),
       [](ByteSpan b) { return ReadGramTable(b).has_value(); }},
      {"phones", WritePhones(phones), [](ByteSpan b) { return ReadPhones(b).has_value(); }},
  };
}

std::vector<Case> SectionsOfNeurons() {
  const KnownWindows windows{{{false, "Köln"}, {true, "Emma"}},
                             {{0, 0, "Köln is a city."}, {1, 7, "Emma was clever."}}};
  NeuronRecord record;
  record.strongest = 2;
  record.contexts[0] = {0, 0, 5, 1};
  const Anchors anchors{{{0, 0, 5}, {1, 0, 4}}, {{0, 0, 1, 0}}, SmallBook(), {0, 1, 2, 3}};
  return {
      {"survey", WriteSurvey({3, 200, 300, 4000}),
       [](ByteSpan b) { return ReadSurvey(b).has_value(); }},
      {"windows", WriteWindows(windows), [](ByteSpan b) { return ReadWindows(b).has_value(); }},
      {"neurons", WriteNeurons(std::vector<NeuronRecord>(3, record)),
       [](ByteSpan b) { return ReadNeurons(b, 3).has_value(); }},
      {"anchors", WriteAnchors(anchors, "e"),
       [](ByteSpan b) { return ReadAnchors(b, "e").has_value(); }},
  };
}

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
  std::vector<Case> all = {
      {"positions", positions, [](ByteSpan b) { return ReadPositions(b, 3).has_value(); }},
      {"topics", {0, 10, 0x83}, [](ByteSpan b) { return ReadTopics(b, 3, 11).has_value(); }},
      {"trust", {0, 10, 3}, [](ByteSpan b) { return ReadTrust(b, 3).has_value(); }},
      {"importance", {0, 255, 3}, [](ByteSpan b) { return ReadImportance(b, 3).has_value(); }},
      {"link_counts", {0, 255, 3}, [](ByteSpan b) { return ReadLinkCounts(b, 3).has_value(); }},
      {"measures", WriteMeasures({.45f, .39f, .984f, .84f, 1}),
       [](ByteSpan b) { return ReadMeasures(b).has_value(); }},
      {"regions", WriteRegions(regions),
       [](ByteSpan b) { return ReadRegions(b, 3, 11).has_value(); }},
      {"example", WriteExample(std::vector<Neighbor>{{2, 1}, {0, .4f}}),
       [](ByteSpan b) { return ReadExample(b, 3).has_value(); }},
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
  for (Case& section : SectionsOfLines()) all.push_back(std::move(section));
  for (Case& section : SectionsOfNeurons()) all.push_back(std::move(section));
  return all;
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
    const std::string_view name = section.name;
    if (name == "importance" || name == "link_counts") {
      EXPECT_EQ(refused, 0u) << name;  // every byte is one
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
  LineTable lines;
  EXPECT_FALSE(ReadLines({}, 0xFFFFFFFFu, lines).has_value());
  EXPECT_FALSE(ReadPassages({}, 0xFFFFFFFFu).has_value());
  // 2³¹ items of 512 parts are 2⁴⁰ bytes, nothing in 32 bits.
  std::vector<uint8_t> codes;
  EXPECT_FALSE(ReadMeaningCodes({}, 1u << 31, 512, codes).has_value());
}

TEST(HostileSections, AListOfNoNeighborsIsRefused) {
  ByteWriter none;
  none.Put(uint32_t{0});
  EXPECT_FALSE(ReadNeighbors(none.bytes(), 3, 3).has_value());
}

}  // namespace
}  // namespace meander
