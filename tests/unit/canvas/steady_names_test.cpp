// Names of stops between names of the plan: who gives way, who waits, who stays.
#include "canvas/steady_names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace meander {
namespace {

constexpr Viewport kViewport{860, 744, 1};
const Camera kFit{{0, 0}, 380};

LabelMark Stop(const char* text, Point2 at, uint32_t item) {
  LabelMark stop;
  stop.text = text;
  stop.at = at;
  stop.item = item;
  stop.distance_px = 12;
  return stop;
}
LabelMark Region(const char* text, Point2 at) {
  LabelMark region;
  region.text = text;
  region.at = at;
  region.size_px = 19;
  region.scale_from = kRegionLevel.scale_from;
  region.scale_to = kTitleLevel.scale_to;
  return region;
}

// One chart with its stops and plan, looked at through any camera.
struct Chart {
  std::vector<LabelMark> stops, plan;
  std::vector<Rect> cards;
  SteadyNames names;

  std::vector<LabelMark> At(Point2 center, float scale) {
    return names.Choose({stops, stops, plan, {}, cards}, {center, kFit.pixels_per_world * scale},
                        kFit, kViewport);
  }
};

std::optional<LabelMark> Find(const std::vector<LabelMark>& names, const std::string& text) {
  const auto found =
      std::ranges::find_if(names, [&](const LabelMark& name) { return name.text == text; });
  return found == names.end() ? std::nullopt : std::optional(*found);
}

TEST(SteadyNames, APlannedNameWaitsUntilItStaysClearOfAStop) {
  Chart chart;
  // Its name is above the stop: the region's, south of it, passes the disc on the way in.
  chart.stops = {Stop("Cartography", {0, 0}, 1)};
  chart.plan = {Region("Geography", {0, -0.04f})};
  int changes = 0;
  bool was_there = false;
  for (float scale = 0.5f; scale < 20; scale *= 1.01f) {
    const auto names = chart.At({0, 0}, scale);
    EXPECT_TRUE(Find(names, "Cartography")) << scale;
    const bool is_there = Find(names, "Geography").has_value();
    changes += is_there != was_there;
    was_there = is_there;
  }
  EXPECT_EQ(changes, 1);
  EXPECT_TRUE(was_there);
}

TEST(SteadyNames, AStopsNameDoesNotJumpToItsOtherSideAtTheEdge) {
  Chart chart;
  chart.stops = {Stop("Here", {0, 0}, 1), Stop("A rather long name", {0.5f, 0.2f}, 2)};
  const auto whole = Find(chart.At({0, 0}, 1), "A rather long name");
  ASSERT_TRUE(whole);
  // Moved to the chart's left edge there would be room to the right of the disc.
  EXPECT_FALSE(Find(chart.At({1.6f, 0.2f}, 1), "A rather long name"));
  const auto again = Find(chart.At({0, 0}, 1), "A rather long name");
  ASSERT_TRUE(again);
  EXPECT_EQ(again->place, whole->place);
}

TEST(SteadyNames, TheReadersOwnPlaceIsNamedWhereverItIs) {
  Chart chart;
  chart.stops = {Stop("A rather long name", {0.5f, 0.2f}, 2)};
  ASSERT_TRUE(Find(chart.At({0, 0}, 1), "A rather long name"));
  EXPECT_TRUE(Find(chart.At({1.6f, 0.2f}, 1), "A rather long name"));
}

TEST(SteadyNames, TheReadersOwnPlaceKeepsItsSideThoughNoneStaysClear) {
  Chart chart;
  // Three lie almost on it, so that its name will be in the way of one whatever happens; below it
  // another is in the way at first.
  chart.stops = {Stop("Here", {0, 0}, 1), Stop("a", {0, 0.001f}, 2), Stop("b", {-0.001f, 0}, 3),
                 Stop("c", {0.001f, 0}, 4), Stop("d", {0.02f, -0.05f}, 5)};
  const auto first = Find(chart.At({0, 0}, 0.5f), "Here");
  ASSERT_TRUE(first);
  for (float scale = 0.5f; scale < 5; scale *= 1.02f) {
    const auto here = Find(chart.At({0, 0}, scale), "Here");
    ASSERT_TRUE(here) << scale;
    EXPECT_EQ(here->place, first->place) << scale;
  }
}

TEST(SteadyNames, NothingLooksOutBehindACard) {
  Chart chart;
  chart.cards = {{{18, 558}, {362, 726}}};
  const Point2 below_it = WorldFromScreen(kFit, kViewport, {150, 735});
  chart.plan = {Region("i", below_it)};
  chart.plan[0].size_px = 8;
  EXPECT_TRUE(chart.At({0, 0}, 1).empty());
  chart.cards.clear();
  EXPECT_EQ(chart.At({0, 0}, 1).size(), 1u);
}

TEST(SteadyNames, ARegionIsNamedBesideTheStopThatLiesOnItsAnchorAndStaysThereWhileTheMapMoves) {
  Chart chart;
  chart.stops = {Stop("Here", {0, 0}, 1)};
  chart.plan = {Region("Physical sciences", {0, 0}), Region("Arts", {-0.5f, 0})};
  for (LabelMark& region : chart.plan) region.face = Face::kRegionItalic;
  const auto first = Find(chart.At({0, 0}, 1), "Physical sciences");
  ASSERT_TRUE(first);
  EXPECT_NE(first->at, chart.plan[0].at);
  EXPECT_LT(Distance(first->at, {0, 0}), 0.2f);
  EXPECT_EQ(Find(chart.At({0, 0}, 1), "Arts")->at, chart.plan[1].at);
  int changes = 0;
  for (float scale = 1; scale < 3; scale *= 1.01f) {
    const auto now = Find(chart.At({0.05f, 0.02f}, scale), "Physical sciences");
    changes += !now || now->at != first->at;
  }
  EXPECT_EQ(changes, 0);
  // Where the stop is another, the name goes back to where it was planned.
  chart.stops = {Stop("There", {0.6f, 0.6f}, 2)};
  EXPECT_EQ(Find(chart.At({0, 0}, 1), "Physical sciences")->at, chart.plan[0].at);
}

TEST(SteadyNames, AnotherJourneyIsPlacedAnew) {
  Chart chart;
  chart.stops = {Stop("Cartography", {0, 0}, 1)};
  chart.plan = {Region("Geography", {0, 0.04f})};
  EXPECT_FALSE(Find(chart.At({0, 0}, 1), "Geography"));
  chart.stops = {Stop("Memory", {-0.5f, 0}, 2)};
  EXPECT_TRUE(Find(chart.At({0, 0}, 1), "Geography"));
}

}  // namespace
}  // namespace meander
