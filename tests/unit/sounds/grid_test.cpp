// The grid of steps: every lane has its place at every size, and what is drawn says what is heard.
#include <gtest/gtest.h>

#include <algorithm>

#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "grid_views.h"
#include "sounds/grid_marks.h"

namespace meander {
namespace {

bool IsIn(const Rect& inner, const Rect& outer) {
  constexpr float kSlack_px = 0.5f;
  return inner.low.x >= outer.low.x - kSlack_px && inner.low.y >= outer.low.y - kSlack_px &&
         inner.high.x <= outer.high.x + kSlack_px && inner.high.y <= outer.high.y + kSlack_px;
}

class GridTest : public testing::TestWithParam<PageSize> {
 protected:
  SoundsLayout Layout() const { return LayoutOf(*state_, ViewOf(*state_, GetParam())); }
  Figure Drawn(const BeatMoment& moment = {}) const {
    Figure figure;
    AddGrid(*state_, Layout(), moment, true, figure);
    return figure;
  }
  std::unique_ptr<SoundsState> state_ = OpenSmall();
};

TEST_P(GridTest, EveryLaneOfEveryBeatHasItsPlace) {
  for (const int steps : {16, 32}) {
    for (int lanes = 1; lanes <= kMostTracks; ++lanes) {
      SCOPED_TRACE(std::to_string(lanes) + " lanes of " + std::to_string(steps));
      FillGrid(*state_, lanes, steps);
      const SoundsLayout layout = Layout();
      ASSERT_EQ(layout.lanes, lanes);
      EXPECT_EQ(layout.pages * layout.steps_shown, steps);
      float end = layout.grid_px.low.y + layout.head_px;
      for (int track = 0; track < lanes; ++track) {
        const LanePlaces places = PlacesOfLane(layout, track);
        EXPECT_NEAR(places.top_px, end, 0.01f);
        end += layout.lane_px();
        // The loudest step touches neither its neighbours nor another lane.
        const float radius = StepRadius_px(layout, kLoudest);
        EXPECT_LE(2 * radius, layout.step_px());
        EXPECT_GE(places.middle_px - radius, places.top_px - 0.5f);
        EXPECT_LE(places.middle_px + radius, end + 0.5f);
        // Nor the names, whether these are beside the steps or above them.
        const Rect steps_px{{StepX(layout, state_->pattern, 0) - radius, places.middle_px - radius},
                            {layout.grid_px.high.x, places.middle_px + radius}};
        const Rect lane_px{{layout.grid_px.low.x, places.top_px}, {layout.grid_px.high.x, end}};
        for (const Rect& part : {places.lock_px, places.volume_px}) {
          if (part.width() <= 0) continue;
          EXPECT_TRUE(IsIn(part, lane_px));
          EXPECT_FALSE(part.Overlaps(steps_px));
          EXPECT_FALSE(part.Overlaps(places.label_px));
        }
        EXPECT_FALSE(places.lock_px.Overlaps(places.volume_px));
      }
      EXPECT_LE(end, layout.grid_px.high.y - layout.foot_px + 0.5f);
    }
  }
}

TEST_P(GridTest, NoTypeIsSmallerThanElevenNorMeetsAnother) {
  for (const int lanes : {4, kMostTracks}) {
    FillGrid(*state_, lanes, 32);
    const Figure figure = Drawn();
    std::vector<Rect> boxes;
    for (const TextMark& text : figure.texts) {
      EXPECT_GE(text.size_px, 11) << text.text;
      const Point2 low = text.at_px - Point2{0, text.size_px * 0.72f};
      const Rect box{low, text.at_px + Point2{TextWidth(text.face, text.size_px, text.text), 0}};
      for (const Rect& other : boxes) EXPECT_FALSE(box.Overlaps(other)) << text.text;
      boxes.push_back(box);
      EXPECT_LE(text.at_px.y, GetParam().chart_height_px) << text.text;
    }
  }
}

TEST_P(GridTest, AFingerFindsTheStepThatIsDrawnThere) {
  FillGrid(*state_, 5, 32);
  state_->page_of_steps = 1;
  const SoundsLayout layout = Layout();
  for (int track = 0; track < 5; ++track) {
    for (int i = 0; i < layout.steps_shown; ++i) {
      const Point2 at{StepX(layout, state_->pattern, i), PlacesOfLane(layout, track).middle_px};
      EXPECT_EQ(StepUnder(layout, at), std::pair(track, layout.first_step() + i));
    }
  }
  EXPECT_EQ(layout.first_step(), layout.steps_shown);
  EXPECT_FALSE(StepUnder(layout, layout.grid_px.low - Point2{1, 1}));
  EXPECT_FALSE(StepUnder(layout, layout.grid_px.high + Point2{1, 1}));
}

TEST_P(GridTest, PagesHaveTheirDotsApart) {
  FillGrid(*state_, kMostTracks, 32);
  const SoundsLayout layout = Layout();
  ASSERT_GT(layout.pages, 1);
  for (int page = 0; page < layout.pages; ++page) {
    const Rect dot = PageDotArea(layout, page);
    EXPECT_TRUE(IsIn(dot, {layout.grid_px.low - Point2{4, 0}, layout.grid_px.high}));
    EXPECT_TRUE(dot.Contains(PageDot(layout, page)));
    if (page > 0) {
      EXPECT_FALSE(dot.Overlaps(PageDotArea(layout, page - 1)));
    }
    const LanePlaces first = PlacesOfLane(layout, 0);
    EXPECT_FALSE(dot.Overlaps(
        {{dot.low.x, first.top_px}, {dot.high.x, layout.grid_px.high.y - layout.foot_px}}));
  }
}

// "beats 1 and 2" where these are what is shown, and nowhere else.
TEST_P(GridTest, TheFootSaysWhichBeatsAreShown) {
  FillGrid(*state_, 4, 32);
  const SoundsLayout layout = Layout();
  const Figure figure = Drawn();
  const auto said = std::ranges::count_if(
      figure.texts, [](const TextMark& text) { return text.text.starts_with("beats "); });
  EXPECT_EQ(said, layout.steps_shown == kBarSteps / 2 && !layout.is_figure ? 1 : 0);
}

INSTANTIATE_TEST_SUITE_P(Sizes, GridTest,
                         testing::Values(kWidePage, kTablet, kPhone, kTwice, kOnItsSide,
                                         kWideFigure, kNarrowFigure, kLowFigure),
                         [](const testing::TestParamInfo<PageSize>& info) {
                           return std::string(info.param.name);
                         });

TEST(LowFigureTest, WhereThereIsNoRoomForAMapTheLanesAreWhole) {
  const auto state = OpenSmall();
  FillGrid(*state, 5, 16);
  const SoundsLayout layout = LayoutOf(*state, ViewOf(*state, kLowFigure));
  EXPECT_FLOAT_EQ(layout.map_px.height(), 0);
  EXPECT_FLOAT_EQ(layout.grid_px.low.y, 0);
  EXPECT_GT(layout.lane_px(), 24);
}

class GridMarksTest : public testing::Test {
 protected:
  Figure Drawn(const BeatMoment& moment = {}) const {
    Figure figure;
    AddGrid(*state_, Layout(), moment, true, figure);
    return figure;
  }
  SoundsLayout Layout() const { return LayoutOf(*state_, ViewOf(*state_, kWidePage)); }
  // The disc or dot of a step.
  const DotMark* At(const Figure& figure, int track, int step) const {
    const SoundsLayout layout = Layout();
    const Point2 at{StepX(layout, state_->pattern, step), PlacesOfLane(layout, track).middle_px};
    const auto found = std::ranges::find_if(
        figure.dots, [&](const DotMark& dot) { return Distance(dot.at_px, at) < 0.1f; });
    return found == figure.dots.end() ? nullptr : &*found;
  }
  bool Says(const Figure& figure, std::string_view words) const {
    return std::ranges::any_of(figure.texts, [&](const TextMark& text) {
      return text.text.find(words) != std::string::npos;
    });
  }
  std::unique_ptr<SoundsState> state_ = OpenSmall();
};

TEST_F(GridMarksTest, LouderIsLargerAndOffIsADot) {
  for (int loudness = 0; loudness <= kLoudest; ++loudness) {
    SetLoudness(state_->pattern, 0, loudness, loudness);
  }
  const Figure figure = Drawn();
  for (int loudness = 1; loudness <= kLoudest; ++loudness) {
    const DotMark* louder = At(figure, 0, loudness);
    const DotMark* before = At(figure, 0, loudness - 1);
    ASSERT_TRUE(louder != nullptr && before != nullptr);
    EXPECT_GT(louder->radius_px, before->radius_px);
    EXPECT_EQ(louder->fill.token, Token::kInk);
  }
  EXPECT_EQ(At(figure, 0, 0)->fill.token, Token::kEdge);
}

TEST_F(GridMarksTest, WhatIsNotHeardIsPale) {
  const Figure before = Drawn();
  state_->pattern.tracks[1].mute = true;
  const Figure muted = Drawn();
  EXPECT_LT(At(muted, 1, 4)->fill.opacity, At(before, 1, 4)->fill.opacity);
  EXPECT_EQ(At(muted, 0, 0)->fill.opacity, 1);
  state_->pattern.tracks[1].mute = false;
  state_->pattern.tracks[1].solo = true;
  const Figure alone = Drawn();
  EXPECT_EQ(At(alone, 1, 4)->fill.opacity, 1);
  EXPECT_LT(At(alone, 0, 0)->fill.opacity, 1);
}

TEST_F(GridMarksTest, ThePlayheadIsWhereItIsHeard) {
  const auto has_head = [](const Figure& figure) {
    return std::ranges::count_if(
        figure.rects, [](const RectMark& rect) { return rect.paint.token == Token::kAccentSoft; });
  };
  EXPECT_EQ(has_head(Drawn()), 0);
  BeatMoment moment;
  moment.step = 4;
  moment.ages[1] = 0.5f;
  const Figure figure = Drawn(moment);
  EXPECT_EQ(has_head(figure), 1);
  EXPECT_EQ(At(figure, 1, 4)->fill.token, Token::kAccent);  // the snare is hit
  EXPECT_EQ(At(figure, 0, 4)->fill.token, Token::kAccent);  // a dot in the same column
  EXPECT_EQ(At(figure, 0, 0)->fill.token, Token::kInk);
  const auto is_ring = [](const DotMark& dot) { return dot.ring_px > 0; };
  EXPECT_EQ(std::ranges::count_if(figure.dots, is_ring), 1);
  // What is muted makes no show of being hit.
  state_->pattern.tracks[1].mute = true;
  EXPECT_EQ(std::ranges::count_if(Drawn(moment).dots, is_ring), 0);
}

TEST_F(GridMarksTest, SwingIsSeenOnEverySecondStep) {
  const SoundsLayout layout = Layout();
  const float straight = StepX(layout, state_->pattern, 1), on = StepX(layout, state_->pattern, 2);
  SetSwing(state_->pattern, 60);
  EXPECT_GT(StepX(layout, state_->pattern, 1), straight);
  EXPECT_EQ(StepX(layout, state_->pattern, 2), on);
}

TEST_F(GridMarksTest, AnEmptyBarSaysSoAndNothingLiesUnderTheWords) {
  EXPECT_FALSE(Says(Drawn(), words::kSoundsEmptyBar));
  ClearSteps(state_->pattern);
  const Figure figure = Drawn();
  ASSERT_TRUE(Says(figure, words::kSoundsEmptyBar));
  const auto words =
      std::ranges::find(figure.texts, std::string(words::kSoundsEmptyBar), &TextMark::text);
  const float width = TextWidth(words->face, words->size_px, words->text);
  const Rect box{words->at_px - Point2{0, words->size_px}, words->at_px + Point2{width, 4}};
  for (const DotMark& dot : figure.dots) EXPECT_FALSE(box.Contains(dot.at_px));
  for (const LineMark& line : figure.lines) {
    const bool goes_through = line.from_px.y > box.low.y && line.from_px.y < box.high.y &&
                              line.from_px.x < box.low.x && line.to_px.x > box.high.x;
    EXPECT_FALSE(goes_through);
  }
}

TEST_F(GridMarksTest, OnAFirstVisitStepsComeFromTheLeft) {
  BeatMoment moment;
  moment.filled = 0.5f;
  const Figure figure = Drawn(moment);
  EXPECT_EQ(At(figure, 1, 4)->fill.token, Token::kInk);
  EXPECT_EQ(At(figure, 3, 12)->fill.token, Token::kEdge);
  EXPECT_EQ(At(Drawn(), 3, 12)->fill.token, Token::kInk);
}

TEST_F(GridMarksTest, TheKeyboardsPlaceHasARing) {
  const auto focus = [](const Figure& figure) {
    return std::ranges::find_if(figure.dots,
                                [](const DotMark& dot) { return dot.ring.token == Token::kFocus; });
  };
  const Figure before = Drawn();
  EXPECT_EQ(focus(before), before.dots.end());
  state_->grid_focus = {2, 6};
  const Figure figure = Drawn();
  const auto ring = focus(figure);
  ASSERT_NE(ring, figure.dots.end());
  EXPECT_EQ(StepUnder(Layout(), ring->at_px), std::pair(2, 6));
}

}  // namespace
}  // namespace meander
