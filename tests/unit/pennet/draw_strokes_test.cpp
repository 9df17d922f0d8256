// Files of strokes, however they are damaged, and what a sign is called.
#include "cli/draw_strokes.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

TEST(DrawStrokes, ADrawingIsAListOrAnObjectWithOne) {
  const auto plain = ReadStrokes("[[[0,0.5],[1,2]],[],[[3,4]]]");
  ASSERT_TRUE(plain);
  ASSERT_EQ(plain->size(), 2u) << "a stroke without points is none";
  EXPECT_EQ((*plain)[0][1].y, 2);
  EXPECT_EQ((*plain)[1][0].x, 3);
  const auto named = ReadStrokes(R"({"strokes":[[[0,0.5],[1,2]]],"by":"hand"})");
  ASSERT_TRUE(named);
  EXPECT_EQ((*named)[0][0].y, .5);
}

TEST(DrawStrokes, AnythingElseIsOneSentence) {
  const std::string many_points = "[[" + [] {
    std::string list = "[0,0]";
    for (int i = 0; i < 20000; ++i) list += ",[0,0]";
    return list;
  }() + "]]";
  std::string many_strokes = "[[[0,0]]";
  for (int i = 0; i < 64; ++i) many_strokes += ",[[0,0]]";
  many_strokes += "]";
  const std::string deep(100000, '[');
  for (const std::string& text : {std::string(""),
                                  std::string("["),
                                  std::string("7"),
                                  std::string("\"∑\""),
                                  std::string("null"),
                                  std::string("{}"),
                                  std::string("{\"strokes\":7}"),
                                  std::string("[]"),
                                  std::string("[[]]"),
                                  std::string("[7]"),
                                  std::string("[[7]]"),
                                  std::string("[[[1]]]"),
                                  std::string("[[[1,2,3]]]"),
                                  std::string("[[[\"1\",2]]]"),
                                  std::string("[[[null,2]]]"),
                                  std::string("[[[1e99,2]]]"),
                                  std::string("[[[1e999,2]]]"),
                                  std::string("[[{\"x\":1}]]"),
                                  std::string("[[[1,2]]"),
                                  std::string("[[[1,2]]]x"),
                                  many_points,
                                  many_strokes,
                                  deep}) {
    const auto strokes = ReadStrokes(text);
    ASSERT_FALSE(strokes) << text.substr(0, 40);
    EXPECT_FALSE(strokes.error().message.empty());
    EXPECT_EQ(strokes.error().message.find('\n'), std::string::npos);
  }
}

TEST(DrawStrokes, ASignIsCalledItselfItsNameOrItsNumber) {
  const std::vector<PenSign> signs = {
      {"∑", "sum"}, {"Σ", "Sigma"}, {"7", "seven"}, {"§", "section"}};
  EXPECT_EQ(SignNamed(signs, "∑").value_or(-1), 0);
  EXPECT_EQ(SignNamed(signs, "Sigma").value_or(-1), 1);
  EXPECT_EQ(SignNamed(signs, "3").value_or(-1), 3);
  EXPECT_EQ(SignNamed(signs, "7").value_or(-1), 2) << "a sign is itself before it is a number";
  for (const char* text : {"", "4", "-1", "Sig", "1x", "∑∑", "99999999999999999999"}) {
    EXPECT_FALSE(SignNamed(signs, text)) << text;
  }
  EXPECT_NE(SignNamed(signs, "Sig").error().message.find("Σ (Sigma)"), std::string::npos);
}

TEST(PenSigns, AListThatIsNotWholeIsRefused) {
  std::string text;
  for (int i = 0; i < kSignCount; ++i) text += "s" + std::to_string(i) + " name.of\n";
  const auto signs = ReadSigns(text);
  ASSERT_TRUE(signs);
  EXPECT_EQ((*signs)[410].sign, "s410");
  EXPECT_EQ((*signs)[410].name, "name.of");
  EXPECT_EQ((*ReadSigns("x less or equal\n" + text.substr(text.find('\n') + 1)))[0].name,
            "less or equal");
  EXPECT_FALSE(ReadSigns(text + "x y\n"));
  EXPECT_FALSE(ReadSigns(""));
  for (const char* line :
       {"\n", "x\n", "x \n", " y\n", "x y \n", "x  y\n", "x y\tz\n", "x y\r\n"}) {
    EXPECT_FALSE(ReadSigns(line + text.substr(text.find('\n') + 1))) << line;
  }
}

}  // namespace
}  // namespace meander
