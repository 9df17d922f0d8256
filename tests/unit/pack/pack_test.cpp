// The pack format: what is written comes back; anything truncated, altered or impossible is
// refused.
#include <gtest/gtest.h>

#include <cmath>

#include "base/hash.h"
#include "pack/format.h"
#include "pack/section_versions.h"
#include "pack/sections.h"

namespace meander {
namespace {

PackHead SmallHead() {
  PackHead head;
  head.name = "small";
  head.encoder_id = "encoder";
  head.item_count = 5;
  head.sections = {
      {"positions", 1, true, {{"positions-0-ab.bin", 0, 5, 20, 7}}},
      {"texts", 1, false, {{"texts-0-ab.bin", 0, 2, 90, 1}, {"texts-1-cd.bin", 2, 3, 80, 2}}},
      {"layers", 1, false, {{"layers-0-ef.bin", 0, 0, 10, 3}, {"layers-1-01.bin", 0, 0, 10, 4}}}};
  head.manifest_json = "{\"a\":1}";
  return head;
}

TEST(PackHead, ComesBackAsItWas) {
  const auto head = ReadPackHead(WritePackHead(SmallHead()));
  ASSERT_TRUE(head.has_value()) << head.error().message;
  EXPECT_EQ(head->name, "small");
  EXPECT_EQ(head->item_count, 5u);
  EXPECT_EQ(head->manifest_json, "{\"a\":1}");
  ASSERT_NE(head->Find("texts"), nullptr);
  EXPECT_EQ(head->Find("nothing"), nullptr);
  EXPECT_EQ(head->FindChunk("texts", 1)->file, "texts-0-ab.bin");
  EXPECT_EQ(head->FindChunk("texts", 2)->file, "texts-1-cd.bin");
  EXPECT_EQ(head->FindChunk("texts", 5), nullptr);
  EXPECT_TRUE(head->Find("positions")->first_view);
}

TEST(PackHead, RefusesEveryTruncationAndEveryFlippedBit) {
  const std::vector<uint8_t> file = WritePackHead(SmallHead());
  for (size_t length = 0; length < file.size(); ++length) {
    EXPECT_FALSE(ReadPackHead(ByteSpan(file).first(length)).has_value()) << length;
  }
  for (size_t at = 0; at < file.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::vector<uint8_t> altered = file;
      altered[at] ^= static_cast<uint8_t>(1 << bit);
      EXPECT_FALSE(ReadPackHead(altered).has_value()) << at << " " << bit;
    }
  }
}

TEST(PackHead, SaysTooOldTooNewAndNotAPack) {
  PackHead head = SmallHead();
  head.version = 0;
  EXPECT_EQ(ReadPackHead(WritePackHead(head)).error().code, ErrorCode::kTooOld);
  head.version = kPackVersion + 1;
  EXPECT_EQ(ReadPackHead(WritePackHead(head)).error().code, ErrorCode::kTooNew);
  EXPECT_EQ(ReadPackHead(AsBytes("hello, this is no pack at all")).error().message,
            "This is not a Meander pack.");
}

TEST(PackHead, RefusesASectionThatIsWrittenInANewerWay) {
  for (const SectionVersion& known : kSectionVersions) {
    PackHead head = SmallHead();
    head.sections[1].name = "other";
    head.sections[0] = {std::string(known.section), known.version, true, {{"a.bin", 0, 5, 20, 7}}};
    head.sections.pop_back();
    EXPECT_TRUE(ReadPackHead(WritePackHead(head)).has_value()) << known.section;
    head.sections[0].version = known.version + 1;
    const auto newer = ReadPackHead(WritePackHead(head));
    ASSERT_FALSE(newer.has_value()) << known.section;
    EXPECT_EQ(newer.error().code, ErrorCode::kTooNew) << known.section;
    EXPECT_EQ(newer.error().message,
              "This pack was made by a newer Meander; please reload or update.");
  }
}

TEST(PackHead, LeavesSectionsAloneThatNobodyReads) {
  PackHead head = SmallHead();
  head.sections[1].name = "tides";
  head.sections[1].version = 7;
  const auto read = ReadPackHead(WritePackHead(head));
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(read->Find("tides")->version, 7u);
  head.sections[1].version = 0;
  EXPECT_EQ(ReadPackHead(WritePackHead(head)).error().code, ErrorCode::kCorrupt);
}

TEST(PackHead, RefusesImpossibleParts) {
  const auto refuses = [](auto change) {
    PackHead head = SmallHead();
    change(head);
    return !ReadPackHead(WritePackHead(head)).has_value();
  };
  EXPECT_TRUE(refuses([](PackHead& head) { head.sections[1].chunks[0].file = "../secret"; }));
  EXPECT_TRUE(refuses([](PackHead& head) { head.sections[1].chunks[0].file = ".hidden"; }));
  EXPECT_TRUE(refuses([](PackHead& head) { head.sections[1].chunks[1].first_item = 3; }));
  EXPECT_TRUE(refuses([](PackHead& head) { head.sections[1].chunks[1].item_count = 4; }));
  EXPECT_TRUE(
      refuses([](PackHead& head) { head.sections[1].chunks[0].byte_count = kMaxChunkBytes + 1; }));
  EXPECT_TRUE(refuses([](PackHead& head) { head.sections[1].name = "positions"; }));
  EXPECT_TRUE(refuses([](PackHead& head) { head.sections[2].chunks[1].item_count = 1; }));
  EXPECT_TRUE(refuses([](PackHead& head) {
    head.item_count = 0;
    head.sections.clear();
  }));
}

TEST(Chunk, IsHeldToItsLengthAndHash) {
  const std::vector<uint8_t> bytes{1, 2, 3};
  const ChunkRef chunk{"x", 0, 1, 3, Hash64(bytes)};
  EXPECT_TRUE(VerifyChunk(chunk, bytes).has_value());
  EXPECT_FALSE(VerifyChunk(chunk, ByteSpan(bytes).first(2)).has_value());
  EXPECT_FALSE(VerifyChunk(chunk, std::vector<uint8_t>{1, 2, 4}).has_value());
}

TEST(Sections, PositionsKeepTheirCodes) {
  const Positions positions{{0, 65535, 32768, 1}};
  const auto read = ReadPositions(WritePositions(positions), 2);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->codes, positions.codes);
  EXPECT_FLOAT_EQ(read->At(0).x, -1);
  EXPECT_FLOAT_EQ(read->At(0).y, 1);
  EXPECT_FALSE(ReadPositions(WritePositions(positions), 3).has_value());
}

TEST(Sections, ColumnsAreHeldToTheirRange) {
  const std::vector<uint8_t> topics{0, 10, 0x80 | 3};
  const auto read = ReadTopics(topics, 3, 11);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->Of(2), 3);
  EXPECT_TRUE(read->Inferred(2));
  EXPECT_FALSE(ReadTopics(std::vector<uint8_t>{11}, 1, 11).has_value());
  EXPECT_FALSE(ReadTopics(std::vector<uint8_t>{0x40}, 1, 11).has_value());
  EXPECT_FALSE(ReadTrust(std::vector<uint8_t>{11}, 1).has_value());
  EXPECT_TRUE(ReadImportance(std::vector<uint8_t>{255}, 1).has_value());
}

TEST(Sections, RegionsComeBackAndRefuseNonsense) {
  const std::vector<Region> regions{{0, 2, 4, 10, "Geography"}, {1, 7, 1, 3, "Birds"}};
  const std::vector<uint8_t> bytes = WriteRegions(regions);
  const auto read = ReadRegions(bytes, 5, 11);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ((*read)[1].name, "Birds");
  EXPECT_EQ((*read)[0].anchor, 4u);
  EXPECT_FALSE(ReadRegions(bytes, 4, 11).has_value());  // the anchor is out of range
  EXPECT_FALSE(ReadRegions(bytes, 5, 7).has_value());   // the topic is
  EXPECT_FALSE(
      ReadRegions(WriteRegions(std::vector<Region>{{0, 0, 0, NAN, "x"}}), 5, 11).has_value());
  EXPECT_FALSE(
      ReadRegions(WriteRegions(std::vector<Region>{{0, 0, 0, 1, "\xFF"}}), 5, 11).has_value());
  for (size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(ReadRegions(ByteSpan(bytes).first(length), 5, 11).has_value());
  }
}

TEST(Sections, TitlesAreValidTextOfSomeLength) {
  const std::vector<std::string> titles{"Euclid", "Köln"};
  const auto read = ReadTitles(WriteTitles(titles), 2);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, titles);
  EXPECT_FALSE(ReadTitles(WriteTitles(std::vector<std::string>{""}), 1).has_value());
  EXPECT_FALSE(ReadTitles(WriteTitles(titles), 3).has_value());
}

Article SmallArticle() {
  return {"A drink",
          "Coffee is a café drink.",
          "https://en.wikipedia.org/wiki/Coffee",
          {{0, 6, 1, 0.5f}, {12, 17, 2, -0.25f}}};
}

TEST(Sections, TextsComeBackWithTheirLinks) {
  const std::vector<Article> articles{SmallArticle(), {"", "", "", {}}};
  const auto read = ReadTexts(WriteTexts(articles), 2, 3);
  ASSERT_TRUE(read.has_value()) << read.error().message;
  ASSERT_EQ((*read)[0].links.size(), 2u);
  EXPECT_EQ((*read)[0].text.substr((*read)[0].links[1].begin, 5), "café");
  EXPECT_NEAR((*read)[0].links[0].cosine, 0.5, 0.01);
  EXPECT_NEAR((*read)[0].links[1].cosine, -0.25, 0.01);
}

TEST(Sections, TextsRefuseLinksThatLieOutsideCutACharacterOrLeadNowhere) {
  const auto refuses = [](auto change) {
    Article article = SmallArticle();
    change(article);
    return !ReadTexts(WriteTexts(std::vector<Article>{article}), 1, 3).has_value();
  };
  EXPECT_TRUE(refuses([](Article& a) { a.links[1].end = 99; }));
  EXPECT_TRUE(refuses([](Article& a) { a.links[1].end = 16; }));  // inside é
  EXPECT_TRUE(refuses([](Article& a) { a.links[0].target = 3; }));
  EXPECT_TRUE(refuses([](Article& a) { a.address = "javascript:alert(1)"; }));
  EXPECT_TRUE(refuses([](Article& a) {
    a.text = "\xC3\x28 bad";
    a.links.clear();
  }));
  EXPECT_TRUE(refuses([](Article& a) { a.links[0].end = 0; }));
}

TEST(Sections, NeighborsAndVectorsComeBack) {
  const NeighborLists lists{2, {{1, 0.9f}, {2, 0.1f}, {0, -1.f}, {2, 1.f}}};
  const auto read = ReadNeighbors(WriteNeighbors(lists), 2, 3);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->Of(1)[1].item, 2u);
  EXPECT_NEAR(read->Of(0)[0].cosine, 0.9, 0.005);
  EXPECT_FALSE(ReadNeighbors(WriteNeighbors(lists), 2, 2).has_value());
  EXPECT_FALSE(ReadNeighbors(WriteNeighbors(lists), 3, 3).has_value());
  const VectorTable table =
      QuantizeRows("e", 4, std::vector<float>{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});
  const auto vectors = ReadVectors(WriteVectors(table, 1, 2), 2, "e");
  ASSERT_TRUE(vectors.has_value());
  EXPECT_EQ(vectors->codes, std::vector<int8_t>(table.codes.begin() + 4, table.codes.end()));
  EXPECT_FALSE(ReadVectors(WriteVectors(table, 0, 3), 2, "e").has_value());
}

}  // namespace
}  // namespace meander
