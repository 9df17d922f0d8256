// The bottom room: hashes against published vectors, UTF-8 repair against Python's, npy, JSON,
// bytes.
#include <gtest/gtest.h>

#include <filesystem>

#include "base/bytes.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/json_reader.h"
#include "base/npy.h"
#include "base/rng.h"
#include "base/sort.h"
#include "base/utf8.h"

namespace meander {
namespace {

TEST(Hash64, MatchesThePublishedXxh64Vectors) {
  EXPECT_EQ(Hash64(AsBytes("")), 0xEF46DB3751D8E999u);
  EXPECT_EQ(Hash64(AsBytes("a")), 0xD24EC4F1A98C6E5Bu);
  EXPECT_EQ(Hash64(AsBytes("abc")), 0x44BC2CF5AD770999u);
  // Python: xxhash.xxh64("Nobody inspects the spammish repetition").hexdigest()
  EXPECT_EQ(HexOf(Hash64(AsBytes("Nobody inspects the spammish repetition"))), "fbcea83c8a378bf1");
}

TEST(Utf8, RepairsAsPythonDoes) {
  // Python: bytes.decode("utf-8", "replace")
  EXPECT_EQ(RepairUtf8("a\xFFz"), "a\xEF\xBF\xBDz");
  EXPECT_EQ(RepairUtf8("\xE4\xB8"), "\xEF\xBF\xBD");
  EXPECT_EQ(RepairUtf8("\xF0\x90\x80"), "\xEF\xBF\xBD");
  EXPECT_EQ(RepairUtf8("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // a surrogate
  EXPECT_EQ(RepairUtf8("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");                  // overlong
  EXPECT_EQ(RepairUtf8("Köln 中 😀"), "Köln 中 😀");
}

TEST(Utf8, PrefixNeverCutsACharacter) {
  EXPECT_EQ(Utf8Prefix("aé", 2), "a");
  EXPECT_EQ(Utf8Prefix("aé", 3), "aé");
  EXPECT_EQ(Utf8Prefix("😀", 3), "");
}

TEST(ByteReader, FailsForGoodAtTheFirstShortRead) {
  ByteWriter writer;
  writer.PutVarint(300);
  writer.PutText("word");
  writer.Put(uint32_t{7});
  for (size_t length = 0; length < writer.size(); ++length) {
    ByteReader reader(ByteSpan(writer.bytes()).first(length));
    reader.GetVarint();
    reader.GetText();
    reader.Get<uint32_t>();
    EXPECT_FALSE(reader.ok()) << length;
    EXPECT_EQ(reader.Get<uint8_t>(), 0);
  }
  ByteReader reader(writer.bytes());
  EXPECT_EQ(reader.GetVarint(), 300u);
  EXPECT_EQ(reader.GetText(), "word");
  EXPECT_EQ(reader.Get<uint32_t>(), 7u);
  EXPECT_TRUE(reader.ok() && reader.AtEnd());
}

TEST(ByteReader, RefusesCountsThatCannotFitAndLongVarints) {
  ByteWriter writer;
  writer.PutVarint(1000000);
  ByteReader reader(writer.bytes());
  EXPECT_EQ(reader.GetCount(4), 0u);
  EXPECT_FALSE(reader.ok());
  const std::vector<uint8_t> endless(11, 0xFF);
  ByteReader other(endless);
  other.GetVarint();
  EXPECT_FALSE(other.ok());
}

TEST(Npy, ComesBackAsItWasAndRefusesDamage) {
  const FloatMatrix matrix{2, 3, {1, 2, 3, 4, 5, 6.5f}};
  const std::vector<uint8_t> file = WriteNpy(matrix);
  EXPECT_EQ(file.size() % 64, (6 * 4) % 64u);
  const auto read = ReadNpy(file);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->rows, 2u);
  EXPECT_EQ(read->values, matrix.values);
  for (size_t length = 0; length < file.size(); ++length) {
    EXPECT_FALSE(ReadNpy(ByteSpan(file).first(length)).has_value());
  }
}

TEST(Json, EveryWrongTypeIsASentence) {
  const auto object = ParseJson(R"({"text": 3, "list": {}, "whole": 1.5})", "The test");
  ASSERT_TRUE(object.has_value());
  EXPECT_EQ(JsonText(*object, "text").error().message, "The field \"text\" is not a text.");
  EXPECT_FALSE(JsonArray(*object, "list").has_value());
  EXPECT_FALSE(JsonInteger(*object, "whole").has_value());
  EXPECT_EQ(JsonText(*object, "gone").error().message, "The field \"gone\" is missing.");
  EXPECT_FALSE(ParseJson("{", "The test").has_value());
  EXPECT_FALSE(ParseJson(std::string(100, '['), "The test").has_value());
}

TEST(Rng, DrawsTheSameEverywhere) {
  // SplitMix64 from seed 1234567: the numbers of its published reference implementation.
  Rng rng(1234567);
  EXPECT_EQ(rng.Next(), 6457827717110365317u);
  EXPECT_EQ(rng.Next(), 3203168211198807973u);
  for (int i = 0; i < 1000; ++i) {
    EXPECT_LT(rng.Below(7), 7u);
    const float unit = rng.Unit();
    EXPECT_TRUE(unit >= 0 && unit < 1);
  }
}

TEST(Files, SayWhatCouldNotBeDone) {
  EXPECT_EQ(ReadFile("/nowhere/at/all").error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(ReadFile("/").has_value());
  EXPECT_FALSE(WriteFile("/nowhere/at/all", {}).has_value());
}

TEST(Files, AFileOfNoBytesIsAFile) {
  const auto path = std::filesystem::path(::testing::TempDir()) / "meander-a-file-of-no-bytes";
  ASSERT_TRUE(WriteFile(path, {}).has_value());
  EXPECT_EQ(ReadFile(path), std::vector<uint8_t>{});
  std::filesystem::remove(path);
}

TEST(Sort, NumbersByKeyAndOnlyTheSmallest) {
  std::vector<uint16_t> small{9, 3, 65535, 0, 3};
  SortNumbers(small);
  EXPECT_EQ(small, (std::vector<uint16_t>{0, 3, 3, 9, 65535}));
  std::vector<std::pair<int, char>> marks{{2, 'a'}, {1, 'b'}, {2, 'c'}, {0, 'd'}, {1, 'e'}};
  StableSortByKey(std::span(marks), [](const auto& mark) { return uint32_t(mark.first); });
  std::string told;
  for (const auto& mark : marks) told += mark.second;
  EXPECT_EQ(told, "dbeac");
  std::vector<uint64_t> numbers{7, 1, uint64_t{1} << 60, 4, 0};
  SortSmallest(numbers, 3);
  EXPECT_EQ((std::vector<uint64_t>(numbers.begin(), numbers.begin() + 3)),
            (std::vector<uint64_t>{0, 1, 4}));
  SortSmallest(numbers, 99);
  EXPECT_TRUE(std::ranges::is_sorted(numbers));
}

}  // namespace
}  // namespace meander
