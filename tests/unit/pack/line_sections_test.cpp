// A pack of lines: what is written comes back, and what cannot be is refused.
#include "pack/line_sections.h"
#include "space/gram_code.h"

#include <gtest/gtest.h>

#include <cmath>

namespace meander {
namespace {

Shelves TwoShelves() {
  return {{{"emma", "Emma", "Jane Austen", 1815, "Public domain", "r 1", true, true, 0, 3},
           {"words", "Words", "", 0, "Free", "w 2", false, false, 3, 2}},
          {{"Emma", 0, "Emma was clever.", "They were happy."}},
          1};
}

TEST(LineSections, ShelvesComeBackAndKnowWhoseALineIs) {
  const auto read = ReadShelves(WriteShelves(TwoShelves()), 5);
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->shelves.size(), 2u);
  EXPECT_EQ(read->shelves[0].id, "emma");
  EXPECT_EQ(read->shelves[0].author, "Jane Austen");
  EXPECT_EQ(read->shelves[0].year, 1815u);
  EXPECT_TRUE(read->shelves[0].is_book);
  EXPECT_FALSE(read->shelves[1].has_passages);
  EXPECT_EQ(read->shelves[1].first_item, 3u);
  EXPECT_EQ(read->writer_count, 1u);
  EXPECT_EQ(read->pairs[0].last, "They were happy.");
  for (const uint32_t item : {0u, 2u}) EXPECT_EQ(read->ShelfOf(item), 0u);
  for (const uint32_t item : {3u, 4u}) EXPECT_EQ(read->ShelfOf(item), 1u);
}

TEST(LineSections, ShelvesThatCannotBeAreRefused) {
  const auto refuses = [](auto change, uint32_t items = 5) {
    Shelves shelves = TwoShelves();
    change(shelves);
    return !ReadShelves(WriteShelves(shelves), items).has_value();
  };
  const auto nothing = [](Shelves&) {};
  EXPECT_FALSE(refuses(nothing));
  EXPECT_TRUE(refuses(nothing, 4));
  EXPECT_TRUE(refuses(nothing, 6));
  EXPECT_TRUE(refuses([](Shelves& s) { s.shelves[1].id = "emma"; }));
  EXPECT_TRUE(refuses([](Shelves& s) { s.shelves[1].id = "No Id"; }));
  EXPECT_TRUE(refuses([](Shelves& s) { s.shelves[0].title = ""; }));
  EXPECT_TRUE(refuses([](Shelves& s) { s.shelves[0].title = "a\nb"; }));
  EXPECT_TRUE(refuses([](Shelves& s) { s.shelves[0].author = "\xff"; }));
  EXPECT_TRUE(refuses([](Shelves& s) { s.shelves[0].year = 10000; }));
  EXPECT_TRUE(refuses([](Shelves& s) { s.pairs[0].shelf = 2; }));
  EXPECT_TRUE(refuses([](Shelves& s) { s.pairs[0].first = ""; }));
  EXPECT_TRUE(refuses([](Shelves& s) { s.writer_count = 3; }));
}

TEST(LineSections, LinesAreTextThatAnybodyCanRead) {
  LineTable lines;
  for (const char* line : {"Call me Ishmael.", "Köln?", "O!"}) lines.Add(line);
  EXPECT_EQ(AsText(WriteLines(lines, 1, 2)), "Köln?\nO!\n");
  LineTable read;
  ASSERT_TRUE(ReadLines(WriteLines(lines, 0, 1), 1, read));
  ASSERT_TRUE(ReadLines(WriteLines(lines, 1, 2), 2, read));
  ASSERT_EQ(read.size(), 3u);
  EXPECT_EQ(read.At(0), "Call me Ishmael.");
  EXPECT_EQ(read.At(2), "O!");
  for (const char* bad : {"\n", "a", "a\nb\n", "a\tb\n", "\xff\n"}) {
    LineTable none;
    EXPECT_FALSE(ReadLines(AsBytes(bad), 1, none)) << bad;
  }
  LineTable none;
  EXPECT_FALSE(ReadLines(AsBytes(std::string(kMaxLineBytes + 1, 'a') + "\n"), 1, none));
}

TEST(LineSections, PlacesHoldForRanges) {
  const std::vector<PlaceRange> ranges{{2, "Chapter 1"}, {1, ""}};
  const auto read = ReadPlaces(WritePlaces(ranges), 3);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 2u);
  EXPECT_EQ((*read)[0].item_count, 2u);
  EXPECT_EQ((*read)[0].name, "Chapter 1");
  EXPECT_FALSE(ReadPlaces(WritePlaces(ranges), 2));
  EXPECT_FALSE(ReadPlaces(WritePlaces(ranges), 4));
}

TEST(LineSections, PassagesSayWhereALineStands) {
  const Passages passages{"Ah. Where is Köln?\nIt is here.", {{}, {4, 19}, {20, 31}, {20, 22}}};
  const auto read = ReadPassages(WritePassages(passages), 4);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->text, passages.text);
  EXPECT_EQ(read->ranges[0].end, 0u);
  EXPECT_EQ(read->text.substr(read->ranges[1].begin, 15), "Where is Köln?");
  EXPECT_EQ(read->ranges[3].end, 22u);
  // Past the end, and between the two bytes of a character.
  EXPECT_FALSE(ReadPassages(WritePassages({"abc", {{1, 4}}}), 1));
  EXPECT_FALSE(ReadPassages(WritePassages({"ö", {{0, 1}}}), 1));
}

TEST(LineSections, ABookOfAnotherEncoderIsAMismatch) {
  CodeBook book{4, 2, {0, 0, 0, 0}, {}, {}, {1, 1}, std::vector<int8_t>(2 * 256 * 2, 5)};
  const auto bytes = WriteCodeBook(book, "minilm");
  ASSERT_TRUE(ReadCodeBook(bytes, "minilm"));
  EXPECT_EQ(ReadCodeBook(bytes, "other").error().code, ErrorCode::kMismatch);
  book.scales[0] = -1;
  EXPECT_FALSE(ReadCodeBook(WriteCodeBook(book, "minilm"), "minilm"));
  book.scales[0] = NAN;
  EXPECT_FALSE(ReadCodeBook(WriteCodeBook(book, "minilm"), "minilm"));
}

TEST(LineSections, TablesComeBack) {
  const GramTable table{3, 2, {0, 7, 65535}, {1, -2, 127, -127, 0, 5}};
  const auto read = ReadGramTable(WriteGramTable(table));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->scales, table.scales);
  EXPECT_EQ(read->Row(1)[1], -127);
  std::vector<uint8_t> codes;
  ASSERT_TRUE(ReadMeaningCodes(std::vector<uint8_t>{1, 2, 3, 4}, 2, 2, codes));
  ASSERT_TRUE(ReadMeaningCodes(std::vector<uint8_t>{5, 6}, 1, 2, codes));
  EXPECT_EQ(codes, (std::vector<uint8_t>{1, 2, 3, 4, 5, 6}));
  EXPECT_FALSE(ReadMeaningCodes(std::vector<uint8_t>{5, 6}, 2, 2, codes));
}

// docs/format.md gives both as examples.
TEST(LineSections, AreWrittenAsTheFormatSays) {
  PhoneBook book;
  ASSERT_TRUE(book.Add("a", "\x1f"));
  ASSERT_TRUE(book.Add("an", "\x1d\x0c"));
  const std::vector<uint8_t> bytes{2, 0, 1, 'a', '\n', 'n', '\n', 0x1f, 0, 0x1d, 0x0c, 0};
  EXPECT_EQ(WritePhones(book), bytes);
  EXPECT_EQ(NameOfPhone(0x1f), "AH0");
  EXPECT_EQ(NameOfPhone(0x1d), "AE1");
  EXPECT_EQ(NameOfPhone(0x0c), "N");
  GramCounter grams;
  grams.Add(std::vector<uint32_t>{'a', 'b'});
  EXPECT_EQ(grams.Take(), (std::vector<GramCount>{{3767, 1}}));
}

TEST(PhoneBook, NamesEveryPhoneAndFindsWords) {
  for (int phone = 1; phone <= kLastPhone; ++phone) {
    const auto byte = static_cast<uint8_t>(phone);
    EXPECT_EQ(PhoneNamed(NameOfPhone(byte)), byte);
  }
  EXPECT_EQ(NameOfPhone(PhoneNamed("AH1")), "AH1");
  EXPECT_EQ(NameOfPhone(WithoutStress(PhoneNamed("UW2"))), "UW0");
  EXPECT_EQ(StressOf(PhoneNamed("UW2")), 2);
  EXPECT_EQ(PhoneNamed("B1"), 0);
  EXPECT_EQ(PhoneNamed("XX"), 0);
  EXPECT_EQ(NameOfPhone(0), "");
  EXPECT_EQ(NameOfPhone(70), "");
  PhoneBook book;
  EXPECT_TRUE(book.Add("cold", "\x09\x01"));
  EXPECT_TRUE(book.Add("colder", "\x02"));
  EXPECT_FALSE(book.Add("colder", "\x02"));
  EXPECT_FALSE(book.Add("apple", "\x02"));
  EXPECT_TRUE(book.Add("it's", "\x0a"));  // ten is a newline elsewhere
  const auto read = ReadPhones(WritePhones(book));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->size(), 3u);
  EXPECT_EQ(read->Find("cold"), "\x09\x01");
  EXPECT_EQ(read->Find("it's"), "\x0a");
  EXPECT_EQ(read->Find("col"), "");
  EXPECT_EQ(read->Find("zebra"), "");
}

}  // namespace
}  // namespace meander
