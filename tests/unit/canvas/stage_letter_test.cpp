// Words and chart of a letter share no ground, and words stay within their column.
#include "canvas/stage_letter.h"

#include <gtest/gtest.h>

#include "canvas/letter_column.h"
#include "canvas/text_metrics.h"

namespace meander {
namespace {

constexpr Paint kInk{Token::kInk, 1};

Figure OfSize(float width_px, float height_px) {
  Figure figure;
  figure.width_px = width_px;
  figure.height_px = height_px;
  return figure;
}

TEST(StageLetter, WordsStandLeftOfTheChartOrBelowIt) {
  Figure wide = OfSize(2400, 1260);
  const StageLetter beside = BeginStageLetter(wide, 30);
  EXPECT_FALSE(beside.is_tall);
  EXPECT_FLOAT_EQ(beside.unit, 2);
  EXPECT_FLOAT_EQ(wide.chart_px.low.x, 2 * kLetterColumn_px);
  EXPECT_FLOAT_EQ(wide.chart_px.low.y, 60);
  EXPECT_FLOAT_EQ(beside.top_px, 0);
  EXPECT_LT(beside.left_px + beside.width_px, wide.chart_px.low.x);

  Figure tall = OfSize(1080, 1350);
  const StageLetter below = BeginStageLetter(tall, 0);
  EXPECT_TRUE(below.is_tall);
  EXPECT_FLOAT_EQ(tall.chart_px.high.y, 1350 - kLetterFoot_px);
  EXPECT_FLOAT_EQ(below.top_px, tall.chart_px.high.y);
  EXPECT_FLOAT_EQ(tall.chart_px.width(), 1080);
}

TEST(StageLetter, WhatIsTooLongEndsWithAnEllipsisInItsLastLine) {
  Figure figure = OfSize(1200, 630);
  const std::string text = "one two three four five six seven eight nine ten eleven twelve";
  const float y = AddLetterLines(figure, {36, 74}, text, Face::kUi, 19, 27, 120, 2, kInk);
  ASSERT_EQ(figure.texts.size(), 2u);
  EXPECT_FLOAT_EQ(y, 74 + 2 * 27);
  EXPECT_TRUE(figure.texts[1].text.ends_with("…")) << figure.texts[1].text;
  for (const TextMark& line : figure.texts) EXPECT_LE(TextWidth(Face::kUi, 19, line.text), 120);
}

TEST(StageLetter, ASpaceThatTheFacesLackIsAPlainOne) {
  Figure figure = OfSize(1200, 630);
  const std::string said = "It is 42\u00a0% sure, or 51\u202f% so.";
  AddLetterLines(figure, {36, 74}, said, Face::kUi, 19, 27, 400, 2, kInk);
  const LetterShare share[] = {{"tiger cat", .4f}};
  AddLetterShares(figure, share, {36, 100}, 336, 1);
  ASSERT_EQ(figure.texts.size(), 3u);
  EXPECT_EQ(figure.texts[0].text, "It is 42 % sure, or 51 % so.");
  EXPECT_EQ(figure.texts[2].text, "40 %");
  for (const TextMark& text : figure.texts) EXPECT_TRUE(FaceHas(text.face, text.text)) << text.text;
}

TEST(StageLetter, AShareIsABarOfItsLengthAndTheFirstIsBold) {
  Figure figure = OfSize(1200, 630);
  const LetterShare shares[] = {{"Egyptian cat", .75f}, {"a name far too long for its column", 0}};
  const float y = AddLetterShares(figure, shares, {36, 100}, 336, 1);
  EXPECT_FLOAT_EQ(y, 160);
  ASSERT_EQ(figure.rects.size(), 4u);
  EXPECT_FLOAT_EQ(figure.rects[1].in_px.width(), .75f * figure.rects[0].in_px.width());
  EXPECT_GT(figure.rects[3].in_px.width(), 0) << "even none is seen";
  ASSERT_EQ(figure.texts.size(), 4u);
  EXPECT_EQ(figure.texts[0].face, Face::kUiBold);
  EXPECT_EQ(figure.texts[2].face, Face::kUi);
  const float name_end = 36 + TextWidth(Face::kUi, 18, figure.texts[2].text);
  EXPECT_LT(name_end, figure.rects[2].in_px.low.x);
  EXPECT_FLOAT_EQ(figure.texts[1].at_px.x + TextWidth(Face::kUiBold, 18, "75 %"), 36 + 336);
}

TEST(StageLetter, OnlyAWideOneHasALineBetween) {
  for (const bool is_tall : {false, true}) {
    Figure figure = is_tall ? OfSize(1080, 1350) : OfSize(1200, 630);
    const StageLetter letter = BeginStageLetter(figure, 0);
    const size_t before = figure.rects.size();
    EndStageLetter(figure, letter, is_tall ? "" : "a note");
    EXPECT_EQ(figure.rects.size() - before, is_tall ? 0u : 1u);
    EXPECT_EQ(figure.texts.size(), is_tall ? 1u : 2u);
  }
}

}  // namespace
}  // namespace meander
