// Strokes as they come from a hand, and what is kept of them.
#include "drawings/pen.h"

#include <cmath>

#include "made_up_sheet.h"

namespace meander {
namespace {

TEST(Pen, AStraightStretchLosesItsPointsAndACornerStays) {
  InkStroke drawn;
  for (uint16_t i = 0; i <= 50; ++i) drawn.push_back({uint16_t(10 * i), 100});
  for (uint16_t i = 1; i <= 50; ++i) drawn.push_back({500, uint16_t(100 + 10 * i)});
  EXPECT_EQ(FewerPoints(drawn, 1.2), (InkStroke{{0, 100}, {500, 100}, {500, 600}}));
}

TEST(Pen, WhatIsLeftOutLiesNoFartherThanItMay) {
  InkStroke drawn;
  for (int i = 0; i <= 200; ++i) {
    const double turn = i * 0.04;
    drawn.push_back({static_cast<uint16_t>(512 + 3 * i * std::cos(turn) / 2),
                     static_cast<uint16_t>(512 + 3 * i * std::sin(turn) / 2)});
  }
  const InkStroke fewer = FewerPoints(drawn, 1.2);
  EXPECT_LT(fewer.size(), drawn.size() / 2);
  EXPECT_EQ(fewer.front(), drawn.front());
  EXPECT_EQ(fewer.back(), drawn.back());
  for (const InkPoint point : drawn) {
    double nearest = 1e9;
    for (size_t i = 1; i < fewer.size(); ++i) {
      const double ax = fewer[i - 1].x, ay = fewer[i - 1].y, bx = fewer[i].x, by = fewer[i].y;
      const double square = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
      const double t =
          std::clamp(((point.x - ax) * (bx - ax) + (point.y - ay) * (by - ay)) / square, 0., 1.);
      nearest =
          std::min(nearest, std::hypot(point.x - ax - t * (bx - ax), point.y - ay - t * (by - ay)));
    }
    EXPECT_LE(nearest, 1.2 + 1e-9);
  }
}

TEST(Pen, AStrokeIsKeptWithinWhatADrawingMayHave) {
  InkStroke zigzag;
  for (uint16_t i = 0; i < 1000; ++i)
    zigzag.push_back({uint16_t(i), uint16_t(i % 2 == 0 ? 0 : 900)});
  const Ink nearly_full = {InkStroke(kMostInkPoints - 100, InkPoint{1, 1})};
  const InkStroke kept = KeptStroke(nearly_full, zigzag);
  EXPECT_GE(kept.size(), size_t{2});
  EXPECT_LE(kept.size(), size_t{100});
  EXPECT_TRUE(KeptStroke(Ink(kMostInkStrokes, InkStroke{{1, 1}}), zigzag).empty());
}

TEST_F(SheetTest, DrawingUndoingClearing) {
  Open();
  EXPECT_EQ(state_.ink, kMadeDrawings[0]);
  Draw({{.1f, .1f}, {.5f, .5f}, {.9f, .1f}});
  EXPECT_EQ(state_.ink.size(), size_t{3});
  EXPECT_EQ(state_.ink.back().size(), size_t{3});
  EXPECT_EQ(state_.example, -1);
  PutDot(state_, {.5f, .9f});
  EXPECT_EQ(state_.ink.back().size(), size_t{1}) << "a tap is a dot";
  ApplyToDrawings(state_, "clear", "");
  EXPECT_TRUE(state_.ink.empty());
  ApplyToDrawings(state_, "undo", "");
  EXPECT_EQ(state_.ink.size(), size_t{4}) << "clearing is taken back";
  ApplyToDrawings(state_, "undo", "");
  ApplyToDrawings(state_, "undo", "");
  EXPECT_EQ(state_.ink, kMadeDrawings[0]);
  EXPECT_EQ(state_.example, 0);
  ApplyToDrawings(state_, "undo", "");
  EXPECT_EQ(state_.ink, kMadeDrawings[0]) << "nothing more to take back";
}

TEST_F(SheetTest, AStrokeThatIsTakenBackLeavesNothing) {
  Open();
  MovePen(state_, {.1f, .1f});
  MovePen(state_, {.6f, .1f});
  EXPECT_TRUE(state_.is_drawing());
  DropPen(state_);
  EXPECT_FALSE(state_.is_drawing());
  EXPECT_EQ(state_.ink, kMadeDrawings[0]);
  EXPECT_FALSE(state_.undo.can_undo());
}

TEST_F(SheetTest, WhatIsDrawnBesideTheSheetIsAtItsEdge) {
  Open();
  Draw({{-3, .5f}, {7, .5f}});
  EXPECT_EQ(state_.ink.back(), (InkStroke{{0, 512}, {1023, 512}}));
}

TEST_F(SheetTest, AFullSheetSaysSoAndKeepsWhatIsThere) {
  Open();
  for (size_t i = state_.ink.size(); i < kMostInkStrokes; ++i)
    PutDot(state_, {.5f, .02f * float(i)});
  EXPECT_EQ(state_.ink.size(), kMostInkStrokes);
  Draw({{.1f, .1f}, {.9f, .9f}});
  EXPECT_EQ(state_.ink.size(), kMostInkStrokes);
  EXPECT_FALSE(state_.notice.empty());
}

TEST_F(SheetTest, TheStrokesAreSavedAsTheToolReadsThem) {
  Open();
  const Effects effects = ApplyToDrawings(state_, "save-strokes", "");
  ASSERT_EQ(effects.size(), size_t{1});
  const auto& file = std::get<SaveFileEffect>(effects[0]);
  EXPECT_EQ(std::string(file.bytes.begin(), file.bytes.end()),
            "[[[100,100],[900,100]],\n [[100,900],[900,900]]]\n");
}

}  // namespace
}  // namespace meander
