// Words and chart of a letter share no ground, and words stay within their column.
#include "canvas/stage_letter.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

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
  const StageLetter beside = BeginStageLetter(wide);
  EXPECT_FALSE(beside.is_tall);
  EXPECT_FLOAT_EQ(beside.unit, 2);
  EXPECT_FLOAT_EQ(wide.chart_px.low.x, 2 * kLetterColumn_px);
  EXPECT_FLOAT_EQ(wide.chart_px.low.y, 72);
  EXPECT_FLOAT_EQ(wide.chart_px.high.y, 1260 - 72);
  EXPECT_FLOAT_EQ(beside.top_px, 0);
  EXPECT_LT(beside.at_px.x + beside.width_px, wide.chart_px.low.x);

  Figure tall = OfSize(1080, 1350);
  const StageLetter below = BeginStageLetter(tall);
  EXPECT_TRUE(below.is_tall);
  EXPECT_FLOAT_EQ(below.top_px, 1350 - kLetterFoot_px);
  EXPECT_LT(tall.chart_px.high.y, below.top_px);
  EXPECT_GT(below.at_px.y, below.top_px);
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
  AddLetterShares(figure, BeginStageLetter(figure), share);
  ASSERT_EQ(figure.texts.size(), 3u);
  EXPECT_EQ(figure.texts[0].text, "It is 42 % sure, or 51 % so.");
  EXPECT_EQ(figure.texts[2].text, "40 %");
  for (const TextMark& text : figure.texts) EXPECT_TRUE(FaceHas(text.face, text.text)) << text.text;
}

TEST(StageLetter, AShareIsABarOfItsLengthAndTheFirstIsBold) {
  Figure figure = OfSize(1200, 630);
  const LetterShare shares[] = {{"Egyptian cat", .75f}, {"a name far too long for its column", 0}};
  const StageLetter letter = BeginStageLetter(figure);
  const float above = AddLetterShares(figure, letter, shares);
  ASSERT_EQ(figure.rects.size(), 4u);
  EXPECT_FLOAT_EQ(figure.rects[1].in_px.width(), .75f * figure.rects[0].in_px.width());
  EXPECT_GT(figure.rects[3].in_px.width(), 0) << "even none is seen";
  ASSERT_EQ(figure.texts.size(), 4u);
  EXPECT_EQ(figure.texts[0].face, Face::kUiBold);
  EXPECT_EQ(figure.texts[2].face, Face::kUi);
  EXPECT_LT(above, figure.texts[0].at_px.y - 20) << "a sentence stands clear of them";
  EXPECT_FLOAT_EQ(figure.texts[2].at_px.y, letter.end_px) << "as low in every picture of a GIF";
  const float name_end = figure.texts[2].at_px.x + TextWidth(Face::kUi, 18, figure.texts[2].text);
  EXPECT_LT(name_end, figure.rects[2].in_px.low.x);
  EXPECT_FLOAT_EQ(figure.texts[1].at_px.x + TextWidth(Face::kUiBold, 18, "75 %"),
                  letter.at_px.x + letter.width_px);
}

TEST(StageLetter, OnlyAWideOneHasALineBetween) {
  for (const bool is_tall : {false, true}) {
    Figure figure = is_tall ? OfSize(1080, 1350) : OfSize(1200, 630);
    figure.action = "Do it yourself";
    const StageLetter letter = BeginStageLetter(figure);
    const size_t before = figure.rects.size();
    EndStageLetter(figure, letter, is_tall ? "" : "a note");
    EXPECT_EQ(figure.rects.size() - before, is_tall ? 1u : 2u) << "one is the button";
    EXPECT_EQ(figure.texts.size(), is_tall ? 2u : 3u) << "our name, what to do, the note";
  }
}

TEST(StageLetter, ALongNoteHasTwoLinesAboveTheButton) {
  Figure figure = OfSize(1200, 630);
  figure.action = "Do it yourself";
  EndStageLetter(figure, BeginStageLetter(figure),
                 "photo Somebody With Names And Titles, CC BY-SA 4.0");
  ASSERT_EQ(figure.texts.size(), 4u);
  EXPECT_EQ(figure.texts[2].text + " " + figure.texts[3].text,
            "photo Somebody With Names And Titles, CC BY-SA 4.0");
  EXPECT_LT(figure.texts[3].at_px.y, 522);
}

TEST(StageLetter, ATitleIsAsLargeAsItHasRoomForAndStaysAboveTheButton) {
  const std::string word(60, 'w');
  std::string many;
  for (int i = 0; i < 60; ++i) many += "words ";
  const std::vector<std::vector<std::string>> titles = {
      {"A cat"},   {"A title that is longer than that"}, {many}, {word}, {"One", "Two"},
      {many, many}};
  for (const bool is_tall : {false, true}) {
    float before = 100;
    for (size_t i = 0; i < titles.size(); ++i) {
      Figure figure = is_tall ? OfSize(1080, 1350) : OfSize(1200, 630);
      StageLetter letter = BeginStageLetter(figure);
      const float right = letter.at_px.x + letter.width_px;
      AddLetterTitle(figure, letter, titles[i]);
      if (i < 3) {
        EXPECT_LE(figure.texts[0].size_px, before);
      }
      before = figure.texts[0].size_px;
      for (const TextMark& line : figure.texts) {
        EXPECT_GE(line.size_px, 26);
        EXPECT_LE(line.at_px.y, letter.top_px + (is_tall ? 360 : 310));
        if (titles[i][0] == word) continue;
        EXPECT_LE(line.at_px.x + TextWidth(line.face, line.size_px, line.text), right);
      }
      EXPECT_LT(letter.at_px.y, letter.top_px + 380) << "there is room for what says more";
    }
  }
}

TEST(StageLetter, AStageIsDrawnLargerThanOnAPageWithAllThatIsOnIt) {
  Figure figure = OfSize(1200, 630);
  const StageLetter letter = BeginStageLetter(figure);
  const StageFrame frame = FrameOfLetter(figure, letter);
  EXPECT_TRUE(frame.is_letter);
  EXPECT_FALSE(frame.is_narrow());
  const float larger = figure.chart_px.width() / frame.width_px;
  EXPECT_FLOAT_EQ(larger, figure.chart_px.height() / frame.height_px);
  Scene scene;
  Painter paint(frame, scene);
  paint.Label({10, 10}, "small", Face::kUi, 11, kInk);
  paint.Label({10, 30}, "as on a page", Face::kUi, 20, kInk);
  paint.Line({0, 0}, {5, 5}, 2, kInk);
  paint.Ribbon({0, 0}, {5, 5}, 3, kInk, false, false);
  SetLetterScene(figure, letter, std::move(scene));
  EXPECT_GE(figure.scene.labels[0].size_px, 16);
  EXPECT_FLOAT_EQ(figure.scene.labels[1].size_px, 20 * larger);
  EXPECT_FLOAT_EQ(figure.scene.strokes[0].width_to_px, 2 * larger);
  EXPECT_FLOAT_EQ(figure.scene.ribbons[0].width_px, 3 * larger);
}

}  // namespace
}  // namespace meander
