// What the page tells of a reader's files, and that no name of one can turn a sentence round.
#include "canvas/brought_file.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

TEST(BroughtFile, IsReadAsThePageTellsIt) {
  const auto file = ReadBroughtFile("brought:3 1234 my cat 2.jpg");
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(file->address, "brought:3");
  EXPECT_EQ(file->bytes, 1234u);
  EXPECT_EQ(file->name, "my cat 2.jpg");
  EXPECT_EQ(ReadBroughtFile("brought:3 0 ")->name, "");
  for (const std::string_view text :
       {"", "brought:", "brought:3", "brought:3 12", "brought:3 cat.jpg", "brought:3  12 cat.jpg",
        "brought:3 -1 cat.jpg", "brought:3 99999999999999999999 cat.jpg", "other:3 12 cat.jpg",
        "brought:3 12x cat.jpg"}) {
    EXPECT_FALSE(ReadBroughtFile(text).has_value()) << text;
  }
}

TEST(BroughtFile, ANameReadsInOneLineAndOneDirection) {
  EXPECT_EQ(FileNameShown("\u202Egpj.exe"), "gpj.exe");
  EXPECT_EQ(FileNameShown("a\u2066b\u2067c\u2068d\u2069e\u200Ef\u200Fg\u061Ch"), "abcdefgh");
  EXPECT_EQ(FileNameShown("a\u202Ab\u202Bc\u202Cd\u202De"), "abcde");
  EXPECT_EQ(FileNameShown(" two\r\nlines\tand\u2028more\u00A0 "), "two lines and more");
  EXPECT_EQ(FileNameShown(std::string_view("nothing\0\x07\x1B\x7F\uFEFF\u200B.wav", 21)),
            "nothing.wav");
  EXPECT_EQ(FileNameShown("\u202E\n\u2069"), "");
  EXPECT_EQ(FileNameShown("broken\xFF.jpg"), "broken\uFFFD.jpg");
  // What is a writing's own stays as it is.
  for (const std::string_view name : {"Katze – süß.jpeg", "חתול.png", "می\u200Cخواهم.webp",
                                      "猫 1.jpg", "👨\u200D👩\u200D👧.png"}) {
    EXPECT_EQ(FileNameShown(name), name);
  }
}

TEST(BroughtFile, OfALongNameTheEndingStays) {
  EXPECT_EQ(FileNameShown(std::string(60, 'a')), std::string(60, 'a'));
  EXPECT_EQ(FileNameShown(std::string(300, 'a') + ".onnx"),
            std::string(45, 'a') + "…" + std::string(9, 'a') + ".onnx");
  // Counted in characters: none is cut in two.
  std::string cats;
  for (int i = 0; i < 100; ++i) cats += "猫";
  const std::string shown = FileNameShown(cats + ".png");
  EXPECT_EQ(shown.size(), 3 * (45 + 1 + 10) + 4);
  EXPECT_TRUE(shown.ends_with("猫.png"));
}

TEST(BroughtFile, SaysWhichOfSeveralWasTaken) {
  const std::string two = OthersLeftOutSentence("1 cat.jpg"),
                    ten = OthersLeftOutSentence("9 my \u202Ecat.jpg");
  EXPECT_NE(two.find("cat.jpg was taken"), two.npos) << two;
  EXPECT_NE(two.find("the other one"), two.npos) << two;
  EXPECT_NE(ten.find("my cat.jpg was taken"), ten.npos) << ten;
  EXPECT_NE(ten.find("9 others"), ten.npos) << ten;
  for (const std::string_view text : {"", "9", "0 cat.jpg", "cat.jpg", "-1 cat.jpg"}) {
    EXPECT_EQ(OthersLeftOutSentence(text), "") << text;
  }
}

}  // namespace
}  // namespace meander
