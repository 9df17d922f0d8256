// Widths of set type. Reference sums: advances of the shipped faces read with fontTools 4 (font
// units).
#include "canvas/text_metrics.h"

#include <gtest/gtest.h>

#include "canvas/label_box.h"

namespace meander {
namespace {

TEST(TextWidth, AgreesWithFontTools) {
  EXPECT_FLOAT_EQ(TextWidth(Face::kUi, 12, "Philosophy & religion"), 18625 * 12 / 2000.f);
  EXPECT_FLOAT_EQ(TextWidth(Face::kUiBold, 14.5f, "Method of loci"), 13070 * 14.5f / 2000.f);
  EXPECT_FLOAT_EQ(TextWidth(Face::kRegionItalic, 19, "Biology & health"), 6971 * 19 / 1000.f);
  EXPECT_FLOAT_EQ(TextWidth(Face::kWordMedium, 23, "unfolding"), 4437 * 23 / 1000.f);
}

TEST(TextWidth, FiguresAreTabular) {
  for (const Face face : {Face::kUi, Face::kUiBold}) {
    EXPECT_EQ(TextWidth(face, 10, "1111"), TextWidth(face, 10, "0869"));
  }
}

TEST(TextWidth, EmptyAndBrokenText) {
  EXPECT_EQ(TextWidth(Face::kUi, 12, ""), 0);
  EXPECT_GT(TextWidth(Face::kUi, 12, "\xFF\xFE"), 0);
}

TEST(FaceHas, LettersButNotOtherScripts) {
  EXPECT_TRUE(FaceHas(Face::kRegionItalic, "Déjà vu"));
  EXPECT_FALSE(FaceHas(Face::kUi, "日本"));
}

TEST(FitText, CutsBetweenLettersAndAddsAnEllipsis) {
  EXPECT_EQ(FitText(Face::kUi, 12, "Method of loci", 400), "Method of loci");
  const std::string cut = FitText(Face::kUi, 12, "Café of the method of loci", 60);
  EXPECT_TRUE(cut.ends_with("…")) << cut;
  EXPECT_FALSE(cut.ends_with(" …")) << cut;
  EXPECT_LE(TextWidth(Face::kUi, 12, cut), 60);
  EXPECT_TRUE(cut.starts_with("Café")) << cut;
  EXPECT_EQ(FitText(Face::kUi, 12, "Anything", 0), "…");
}

TEST(LabelBox, StandsOnItsSideOfTheAnchor) {
  LabelMark label;
  label.text = "Tide";
  label.size_px = 13;
  label.distance_px = 10;
  const Point2 anchor{100, 100};
  const auto box = [&](LabelPlace place) {
    label.place = place;
    return LabelBoxAt(label, anchor).bounds_px;
  };
  EXPECT_FLOAT_EQ(box(LabelPlace::kAbove).high.y, 90);
  EXPECT_FLOAT_EQ(box(LabelPlace::kBelow).low.y, 110);
  EXPECT_FLOAT_EQ(box(LabelPlace::kLeft).high.x, 90);
  EXPECT_FLOAT_EQ(box(LabelPlace::kRight).low.x, 110);
  EXPECT_FLOAT_EQ((box(LabelPlace::kCentered).low.x + box(LabelPlace::kCentered).high.x) / 2, 100);
}

TEST(TextMetrics, LinesBreakAtSpacesAndHoldAllWords) {
  constexpr std::string_view kText = "Strike the words one by one, the heaviest first.";
  for (const float width : {10.f, 60.f, 120.f, 200.f, 1000.f}) {
    std::string joined;
    const std::vector<std::string> lines = BrokenLines(Face::kUi, 12, kText, width);
    for (const std::string& line : lines) {
      joined += (joined.empty() ? "" : " ") + line;
      const bool is_one_word = line.find(' ') == std::string::npos;
      EXPECT_TRUE(is_one_word || TextWidth(Face::kUi, 12, line) <= width + 0.01f) << line;
    }
    EXPECT_EQ(joined, kText) << width;
  }
  EXPECT_EQ(BrokenLines(Face::kUi, 12, kText, 1000).size(), 1u);
  EXPECT_EQ(BrokenLines(Face::kUi, 12, kText, 10).size(), 9u);
  EXPECT_TRUE(BrokenLines(Face::kUi, 12, "", 100).empty());
}

}  // namespace
}  // namespace meander
