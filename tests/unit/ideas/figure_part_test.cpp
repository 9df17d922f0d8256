// The room as a figure in somebody's article: a map and one bar.
#include <gtest/gtest.h>

#include <algorithm>

#include "canvas/figure_bar.h"
#include "canvas/page_parts.h"
#include "ideas/page.h"
#include "page_faults.h"
#include "small_map.h"

namespace meander {
namespace {

View FigureView(float width = 600, float height = 400) {
  View view;
  view.embedded = true;
  view.page_width_px = width;
  view.page_height_px = height;
  view.viewport = {width, height, 1};
  return view;
}

const PageNode* Find(const std::vector<const PageNode*>& nodes, std::string_view key) {
  for (const PageNode* node : nodes) {
    if (node->key == key && node->show == PageShow::kAlways) return node;
  }
  return nullptr;
}

TEST(FigurePart, IsByItsSizeUnlessItsFrameSays) {
  EXPECT_TRUE(IsFigure(FigureView()));
  EXPECT_FALSE(IsFigure(FigureView(1200, 700)));
  View view = FigureView(1200, 700);
  view.frame_ui = FrameUi::kFigure;
  EXPECT_TRUE(IsFigure(view));
  view = FigureView();
  view.frame_ui = FrameUi::kWhole;
  EXPECT_FALSE(IsFigure(view));
  view = FigureView();
  view.embedded = false;
  EXPECT_FALSE(IsFigure(view));
}

TEST(FigurePart, ATripHasTitleFactProfileAndAWayIn) {
  IdeasState state = EmptyState();
  for (const char* stop : {"0", "1", "4"}) Apply(state, "open", stop);
  const Page page = IdeasPage(state, FigureView());
  const auto nodes = NodesOf(page);
  EXPECT_EQ(Find(nodes, "shell"), nullptr);
  EXPECT_EQ(Find(nodes, "pane"), nullptr);
  const PageNode* bar = Find(nodes, "bar");
  ASSERT_NE(bar, nullptr);
  std::vector<const PageNode*> parts;
  Collect(bar->children, parts);
  EXPECT_EQ(Find(parts, "title")->text, "From Coffee to Black hole");
  EXPECT_EQ(Find(parts, "fact")->text, "2 hops through 30 ideas");
  EXPECT_EQ(Find(parts, "play")->on_press, "replay-play");
  EXPECT_EQ(Find(parts, "open")->href, "./ideas.html");
  const PageNode* profile = Find(parts, "profile");
  ASSERT_NE(profile, nullptr);
  EXPECT_EQ(profile->value, 2.f);
  EXPECT_EQ(std::ranges::count(profile->detail, ' '), 1);
  for (const PageNode* node : nodes) EXPECT_EQ(FaultOf(*node), "") << node->key;
}

TEST(FigurePart, TellsWhereAReplayIsAndPauses) {
  IdeasState state = EmptyState();
  for (const char* stop : {"0", "1", "4"}) Apply(state, "open", stop);
  Apply(state, "replay-play", "");
  Apply(state, "replay-to", "0.5");
  const Page page = IdeasPage(state, FigureView());
  const auto nodes = NodesOf(page);
  EXPECT_EQ(Find(nodes, "fact")->text, "2 of 3, Drink");
  EXPECT_EQ(Find(nodes, "profile")->value, 1.f);
  EXPECT_EQ(Find(nodes, "replay"), nullptr);  // one bar
}

TEST(FigurePart, WhoWentElsewhereIsLedBackByPlay) {
  IdeasState state = EmptyState();
  state.is_framed = true;
  TakeLink(state, LinkTo({3, 9, 20}, Map()));
  EXPECT_FALSE(HasLeftGiven(state));
  Apply(state, "open", "21");
  EXPECT_FALSE(HasLeftGiven(state)) << "on from its end is no other walk";
  TakeLink(state, LinkTo({3, 9, 20}, Map()));
  Apply(state, "forget", "");
  Apply(state, "open", "5");
  ASSERT_TRUE(HasLeftGiven(state));
  const Page page = IdeasPage(state, FigureView());
  const auto nodes = NodesOf(page);
  EXPECT_EQ(Find(nodes, "play")->label, "Play the walk");
  EXPECT_EQ(Find(nodes, "fact")->text, "Play leads back to the walk");
  Apply(state, "replay-play", "");
  EXPECT_FALSE(HasLeftGiven(state));
  EXPECT_TRUE(state.replay.is_playing);
  EXPECT_EQ(MainLine(state.journey).size(), 3u);
}

TEST(FigurePart, WhatIsInViewAlreadyStaysWhereItIsWhenItIsPlayed) {
  IdeasState state = EmptyState();
  state.is_framed = true;
  TakeLink(state, LinkTo({3, 9, 20}, Map()));
  const auto flights = Only<FlyToEffect>(Apply(state, "replay-play", ""));
  ASSERT_EQ(flights.size(), 1u);
  EXPECT_TRUE(flights[0].only_if_needed);
  EXPECT_EQ(flights[0].keep_clear.left_px, 0) << "no cards stand over a figure";
}

TEST(FigurePart, ItsAuthorsTitleStandsInsteadAndAnEmptyMapHasNothingToPlay) {
  IdeasState state = EmptyState();
  View view = FigureView();
  const Page empty = IdeasPage(state, view);
  EXPECT_EQ(Find(NodesOf(empty), "title")->text, "Map of 30 ideas");
  EXPECT_EQ(Find(NodesOf(empty), "play"), nullptr);
  view.figure_title = "My way";
  const Page titled = IdeasPage(state, view);
  EXPECT_EQ(Find(NodesOf(titled), "title")->text, "My way");
}

TEST(FigurePart, WithoutAPictureThereIsTheList) {
  IdeasState state = EmptyState();
  View view = FigureView();
  view.can_draw = false;
  EXPECT_FALSE(ShowsFigure(state, view));
}

TEST(FigureBar, CoversTheChartsLowerEndInOneRowOrTwo) {
  const Rect wide = FigureBarBox(FigureView());
  EXPECT_EQ(wide.high.y - wide.low.y, 54);
  EXPECT_EQ(wide.high.y, 390);
  const Rect narrow = FigureBarBox(FigureView(360, 480));
  EXPECT_EQ(narrow.high.y - narrow.low.y, 92);
}

}  // namespace
}  // namespace meander
