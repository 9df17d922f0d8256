// The sections of a pack of drawings, written and read back, whole, cut and altered.
#include "pack/pen_sections.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

const std::vector<Ink> kDrawings = {{{{1, 2}, {900, 1000}}, {{5, 5}}}, {{{0, 1023}, {10, 1000}}}};

TEST(PenSections, ExamplesComeBackAndNoPieceOfThem) {
  const std::vector<uint8_t> bytes = WriteExamples(kDrawings);
  const auto read = ReadExamples(bytes, 2);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, kDrawings);
  EXPECT_FALSE(ReadExamples(bytes, 1)) << "something is left";
  EXPECT_FALSE(ReadExamples(bytes, 3)) << "one is missing";
  for (size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(ReadExamples(ByteSpan(bytes).first(length), 2)) << length;
  }
  EXPECT_FALSE(ReadExamples(WriteExamples(std::vector<Ink>{{}}), 1)) << "nothing is drawn";
}

TEST(PenSections, SignsAreFourHundredAndEleven) {
  std::string text;
  for (int i = 0; i < 411; ++i) text += "s n" + std::to_string(i) + "\n";
  const auto signs = ReadSigns(text);
  ASSERT_TRUE(signs.has_value());
  EXPECT_EQ((*signs)[7].name, "n7");
  EXPECT_FALSE(ReadSigns(text + "s more\n"));
  EXPECT_FALSE(ReadSigns("s\n" + text.substr(text.find('\n') + 1))) << "a sign without a name";
}

TEST(PenSections, PiecesAreAsManyAsChannels) {
  EXPECT_TRUE(CheckPieces(std::vector<uint8_t>(3 * kPieceBytes), 3));
  EXPECT_FALSE(CheckPieces(std::vector<uint8_t>(3 * kPieceBytes - 1), 3));
}

}  // namespace
}  // namespace meander
