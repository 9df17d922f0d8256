// Where everything lies on the stage, and that a place is the same one on the sheet and in a grid.
#include "drawings/scene.h"

#include "../canvas/letter_faults.h"
#include "drawings/figure.h"
#include "made_up_sheet.h"

namespace meander {
namespace {

const StageFrame kWide{{842, 560}}, kPhone{{390, 780}}, kSmall{{600, 310}};

void ExpectInside(const Rect& box, const StageFrame& frame) {
  EXPECT_GE(box.low.x, 0);
  EXPECT_GE(box.low.y, 0);
  EXPECT_LE(box.high.x, frame.width_px + 0.5f);
  EXPECT_LE(box.high.y, frame.height_px + 0.5f);
  EXPECT_GT(box.width(), 30);
}

TEST_F(SheetTest, EverythingLiesOnTheStageAndNothingOverAnother) {
  for (const StageFrame& frame : {kWide, kPhone, kSmall}) {
    for (int layer = 0; layer <= kDrawingEnd; ++layer) {
      const DrawingLayout layout = DrawingLayoutOf(frame, layer);
      ExpectInside(layout.sheet, frame);
      ExpectInside(layout.big, frame);
      const bool is_apart =
          layout.sheet.high.x <= layout.big.low.x || layout.sheet.high.y <= layout.big.low.y;
      EXPECT_TRUE(is_apart);
      if (layout.has_channels) ExpectInside(layout.channels, frame);
      for (const DrawingLayout::Small& small : layout.small) {
        EXPECT_NE(small.layer, layer);
        if (!layout.has_small) continue;
        ExpectInside(small.box, frame);
        EXPECT_LE(small.box.high.y, layout.big.low.y);
      }
    }
  }
}

TEST_F(SheetTest, APhoneSaysBesideTheSheetWhatItIsReadAs) {
  const auto says = [&](const StageFrame& frame, std::string_view text) {
    return std::ranges::any_of(DrawingsScene(state_, frame).labels,
                               [&](const LabelMark& label) { return label.text == text; });
  };
  Open();
  AnswerAll();
  EXPECT_TRUE(says(kPhone, "sum: 91 %"));
  EXPECT_FALSE(says(kWide, "sum: 91 %")) << "there the words stand beside the stage";
  ApplyToDrawings(state_, "clear", "");
  EXPECT_FALSE(says(kPhone, "sum: 91 %")) << "an empty sheet is read as nothing";
}

TEST_F(SheetTest, APlaceOfTheSheetIsTheSamePlaceOfTheGrid) {
  const Ink ink = {{{300, 400}, {700, 500}}};
  for (const int side : {28, 14, 7}) {
    for (int place = 0; place < side * side; place += 5) {
      const Rect box = SheetBoxOf(ink, side, place);
      EXPECT_EQ(PlaceUnder(ink, side, (box.low + box.high) * 0.5f), place);
    }
  }
  // 204 of 224 pixels are the drawing, along its longer side.
  const Rect first = SheetBoxOf(ink, 1, 0);
  EXPECT_NEAR(first.width(), 400. / 1023 * 224 / 204, 1e-5);
  EXPECT_NEAR((first.low.x + first.high.x) / 2, 500. / 1023, 1e-5);
  EXPECT_FALSE(PlaceUnder(ink, 14, {.01f, .01f})) << "paper that the network is not shown";
}

TEST_F(SheetTest, APlaceIsInkedWhereAStrokePasses) {
  const Ink ink = {{{100, 100}, {900, 900}}, {{900, 100}}};
  const std::vector<bool> inked = InkedPlaces(ink, 14);
  for (const int diagonal : {1, 6, 12}) EXPECT_TRUE(inked[static_cast<size_t>(15 * diagonal)]);
  EXPECT_FALSE(inked[14 * 3 + 9]) << "beside the line";
  EXPECT_EQ(inked[static_cast<size_t>(*PlaceUnder(ink, 14, {900.f / 1023, 100.f / 1023}))], true)
      << "a dot";
  EXPECT_EQ(std::ranges::count(InkedPlaces({}, 7), true), 0);
}

TEST_F(SheetTest, WhatIsSpokenOfFirstIsNeverEmptyPaper) {
  Open();
  AnswerAll();
  for (const Ink& ink : {kMadeDrawings[0], kMadeDrawings[1], Ink{{{500, 500}}},
                         Ink{{{100, 100}, {900, 200}, {300, 900}}}}) {
    PutInkOnSheet(state_, ink, -1);
    AnswerAll();
    for (int layer = 0; layer <= kDrawingEnd; ++layer) {
      ApplyToDrawings(state_, "layer", std::to_string(layer));
      AnswerAll();
      const auto place = PlaceOfDrawing(state_);
      ASSERT_TRUE(place.has_value());
      EXPECT_TRUE(InkedPlaces(ink, kDrawingLayers[static_cast<size_t>(layer)].told_side)[*place]);
    }
  }
}

TEST_F(SheetTest, OnlyTheSheetIsDrawnOn) {
  Open();
  AnswerAll();
  const Scene scene = DrawingsScene(state_, kWide);
  const Camera camera{{0, 0}, kWide.height_px / 2};
  const Viewport viewport{kWide.width_px, kWide.height_px};
  const DrawingLayout layout = DrawingLayoutOf(kWide, state_.look.layer);
  const auto at = [](const Rect& box) { return (box.low + box.high) * 0.5f; };
  EXPECT_EQ(Pick(scene, camera, viewport, at(layout.sheet), 1), kSheetItem);
  EXPECT_EQ(Pick(scene, camera, viewport, at(layout.big), 1), kGridItem);
  EXPECT_FALSE(Pick(scene, camera, viewport, {5, 5}, 1));
  const DrawingTarget target = DrawingTargetAt(state_, kWide, at(layout.big));
  EXPECT_EQ(target.kind, DrawingTarget::Kind::kPlace);
  EXPECT_EQ(target.a, state_.look.layer);
}

TEST_F(SheetTest, APointedStrokeStandsOutAndAnEmptySheetInvites) {
  Open();
  AnswerAll();
  const auto with_plus = [&] {
    const Scene scene = DrawingsScene(state_, kWide);
    return std::ranges::count_if(
        scene.strokes, [](const StrokeMark& mark) { return mark.paint.token == Token::kPlus; });
  };
  EXPECT_EQ(with_plus(), 0);
  ApplyToDrawings(state_, "point", "3 0 1");
  EXPECT_EQ(with_plus(), 1);
  ApplyToDrawings(state_, "clear", "");
  const Scene scene = DrawingsScene(state_, kWide);
  EXPECT_TRUE(std::ranges::any_of(
      scene.labels, [](const LabelMark& label) { return label.face == Face::kRegionItalic; }));
}

TEST_F(SheetTest, SquaresHaveTheHuesOfTheirGroups) {
  Open();
  AnswerAll();
  const Scene scene = DrawingsScene(state_, kWide);
  EXPECT_TRUE(std::ranges::any_of(
      scene.cells, [](const CellMark& cell) { return cell.paint.token >= Token::kTopicDot0; }));
}

TEST_F(SheetTest, ALetterIsLegibleInMailAndSaysWhatToDo) {
  Open();
  AnswerAll();
  for (const auto& [width, height] : {std::pair{1200.f, 630.f}, {1080.f, 1350.f}, {600, 315}}) {
    EXPECT_EQ(LetterFaults(DrawingsFigure(state_, width, height)), std::vector<std::string>{})
        << width;
  }
}

TEST_F(SheetTest, AMovingLetterSaysNothingOfWhatIsNotYetDrawn) {
  Open();
  AnswerAll();
  const auto says_a_share = [&](float at) {
    const Figure figure = DrawingsFigure(state_, 600, 315, at);
    return std::ranges::any_of(figure.texts, [](const TextMark& text) {
      return text.text.find('%') != std::string::npos;
    });
  };
  EXPECT_TRUE(says_a_share(1));
  EXPECT_FALSE(says_a_share(0)) << "of an empty sheet";
}

}  // namespace
}  // namespace meander
