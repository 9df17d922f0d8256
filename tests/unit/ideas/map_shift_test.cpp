// Two layouts of one map: fetched when first asked for, every dot, stop and name goes over, the
// trust of a spot is that of the map that is shown, a link says which it is.
#include "ideas/map_shift.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "canvas/labels.h"
#include "ideas/page.h"
#include "ideas/scene.h"
#include "small_map.h"

namespace meander {
namespace {

// On the islands the grid is turned by a quarter and every spot is as good as can be.
Point2 IslandPlace(uint32_t item) { return {-GridPlace(item).y, GridPlace(item).x}; }

// In two chunks, as a larger map would have it.
SmallPack WithIslands() {
  SmallPack pack = MakeSmallPack();
  SecondLayout layout;
  for (uint32_t item = 0; item < kSmallItems; ++item) {
    for (const float at : {IslandPlace(item).x, IslandPlace(item).y}) {
      layout.positions.codes.push_back(static_cast<uint16_t>((at + 1) / 2 * 65535 + 0.5f));
    }
    layout.trust.push_back(10);
  }
  pack.Add("islands", 0, 10, WriteLayout(layout, 0, 10));
  pack.Add("islands", 10, 20, WriteLayout(layout, 10, 20));
  return pack;
}

class MapShiftTest : public testing::Test {
 protected:
  MapShiftTest() : pack_(WithIslands()), state_(EmptyState()) { state_.head = pack_.head; }

  // What the world answers to FetchEffects.
  Effects Bring() {
    Effects last;
    for (const auto& [chunk, bytes] : pack_.chunks.at("islands")) {
      last = TakeChunk(state_, "islands", chunk, ByteSpan(bytes));
    }
    return last;
  }
  // Until nothing moves; how many steps of a sixtieth it took.
  int Settle(bool reduced_motion = false) {
    int steps = 0;
    while (AdvanceShift(state_, state_.now_s += 1. / 60, reduced_motion)) ++steps;
    return steps;
  }
  void ExpectAt(uint32_t item, Point2 at) {
    EXPECT_NEAR(state_.map.PlaceOf(item).x, at.x, 1e-4f) << item;
    EXPECT_NEAR(state_.map.PlaceOf(item).y, at.y, 1e-4f) << item;
  }

  SmallPack pack_;
  IdeasState state_;
};

TEST_F(MapShiftTest, IsFetchedOnceAndOnlyWhenAskedFor) {
  IdeasState fresh;
  for (const FetchEffect& fetch : Only<FetchEffect>(StartIdeas(fresh, pack_.head, ""))) {
    EXPECT_NE(fetch.section, "islands");
  }
  const auto fetches = Only<FetchEffect>(Apply(state_, "map-layout", "islands"));
  ASSERT_EQ(fetches.size(), 2u);
  EXPECT_EQ(fetches[0].section, "islands");
  EXPECT_EQ(fetches[1].item, 10u);
  EXPECT_TRUE(Only<FetchEffect>(Apply(state_, "map-layout", "islands")).empty());
  Bring();
  Settle();
  Apply(state_, "map-layout", "one-land");
  Settle();
  EXPECT_TRUE(Only<FetchEffect>(Apply(state_, "map-layout", "islands")).empty());
}

TEST_F(MapShiftTest, EveryDotGoesOverAndBack) {
  const uint64_t first = state_.map.points()->version;
  Apply(state_, "map-layout", "islands");
  ExpectAt(7, GridPlace(7));
  Bring();
  EXPECT_GT(Settle(), 60);
  for (uint32_t item = 0; item < kSmallItems; ++item) ExpectAt(item, IslandPlace(item));
  EXPECT_NE(state_.map.points()->version, first);
  Apply(state_, "map-layout", "one-land");
  EXPECT_GT(Settle(), 60);
  for (uint32_t item = 0; item < kSmallItems; ++item) ExpectAt(item, GridPlace(item));
}

TEST_F(MapShiftTest, OnTheWayJourneyRaysAndNamesAreHeld) {
  OpenArticle(state_, 2);
  OpenArticle(state_, 9);
  TakeReply(state_, {state_.pane.request, MadeUpArticle(9)});
  Apply(state_, "map-layout", "islands");
  Bring();
  for (int i = 0; i < 36; ++i) AdvanceShift(state_, state_.now_s += 1. / 60, false);
  ASSERT_TRUE(state_.map.is_going_over());
  const float share = state_.map.share();
  EXPECT_NEAR(share, 0.5f, 0.03f);
  const Point2 middle = GridPlace(9) + (IslandPlace(9) - GridPlace(9)) * share;
  ExpectAt(9, middle);
  const Scene scene = MarksOf(state_, WholeView(state_.map));
  ASSERT_NE(scene.points.towards, nullptr);
  EXPECT_EQ(scene.points.share, share);
  EXPECT_EQ(scene.points.table->codes.size(), scene.points.towards->codes.size());
  const auto is_there = [&](Point2 at) { return Distance(at, middle) < 1e-4f; };
  EXPECT_TRUE(std::ranges::any_of(scene.discs, is_there, &DiscMark::at));
  EXPECT_TRUE(std::ranges::any_of(scene.strokes, is_there, &StrokeMark::to));    // the hop
  EXPECT_TRUE(std::ranges::any_of(scene.strokes, is_there, &StrokeMark::from));  // its rays
  // Regions keep their names, and nobody picks a moving dot.
  ASSERT_EQ(state_.map.RegionNames().size(), 1u);
  EXPECT_EQ(state_.map.RegionNames()[0].text, "The west");
  EXPECT_EQ(state_.map.RegionNames()[0].at, state_.map.PlaceOf(0));
  Scene only_dots;
  only_dots.points = scene.points;
  const View view = WholeView(state_.map);
  const Point2 on_screen = ScreenFromWorld(view.camera, view.viewport, GridPlace(20));
  EXPECT_EQ(Pick(only_dots, view.camera, view.viewport, on_screen, 8), std::nullopt);
  only_dots.points.towards = nullptr;
  EXPECT_EQ(Pick(only_dots, view.camera, view.viewport, on_screen, 8), 20u);
}

TEST_F(MapShiftTest, TurnsBackWhereItIs) {
  Apply(state_, "map-layout", "islands");
  Bring();
  for (int i = 0; i < 36; ++i) AdvanceShift(state_, state_.now_s += 1. / 60, false);
  const Point2 there = state_.map.PlaceOf(3);
  Apply(state_, "map-layout", "one-land");
  ExpectAt(3, there);
  const int back = Settle();
  EXPECT_GT(back, 20);
  EXPECT_LT(back, 45);
  ExpectAt(3, GridPlace(3));
}

TEST_F(MapShiftTest, ReducedMotionCuts) {
  Apply(state_, "map-layout", "islands");
  Bring();
  EXPECT_EQ(Settle(true), 0);
  ExpectAt(3, IslandPlace(3));
}

TEST_F(MapShiftTest, TheJourneyStaysInSightAllTheWay) {
  OpenArticle(state_, 0);
  OpenArticle(state_, 5);
  Apply(state_, "map-layout", "islands");
  const auto flights = Only<FlyToEffect>(Bring());
  ASSERT_EQ(flights.size(), 1u);
  EXPECT_TRUE(flights[0].only_if_needed);
  const Rect& bounds = flights[0].bounds_in_world;
  for (const uint32_t item : {0u, 5u}) {
    for (const Point2 at : {GridPlace(item), IslandPlace(item)}) {
      EXPECT_TRUE(Rect({bounds.low - Point2{1e-4f, 1e-4f}, bounds.high + Point2{1e-4f, 1e-4f}})
                      .Contains(at));
    }
  }
}

TEST_F(MapShiftTest, SaysWhatChangedForTheArticle) {
  OpenArticle(state_, 14);  // trust 3 on the first map, 10 on the islands
  TakeReply(state_, {state_.pane.request, MadeUpArticle(14)});
  EXPECT_EQ(ShiftSentence(state_), "");
  EXPECT_EQ(state_.map.TrustOf(14), 3);
  Apply(state_, "map-layout", "islands");
  const auto said = Only<SayEffect>(Bring());
  ASSERT_EQ(said.size(), 1u);
  EXPECT_EQ(said[0].text,
            "Looms of the north: 10 of its 10 nearest are near here, on the other map 3.");
  Settle();
  EXPECT_EQ(state_.map.TrustOf(14), 10);
  const std::string text = PageText(IdeasPage(state_, WholeView(state_.map)));
  EXPECT_NE(text.find("10 of 10 are near here, 3 on the other map"), std::string::npos) << text;
}

TEST_F(MapShiftTest, APackWithoutIslandsHasNoButton) {
  IdeasState old = EmptyState();
  EXPECT_FALSE(HasIslands(old));
  Apply(old, "map-key", "");
  const auto page = [](const IdeasState& state) {
    return PageText(IdeasPage(state, WholeView(state.map)));
  };
  EXPECT_EQ(page(old).find("Islands"), std::string::npos);
  EXPECT_TRUE(Only<FetchEffect>(Apply(old, "map-layout", "islands")).empty());
  EXPECT_EQ(LookOf(old), SharedLook{});
  Apply(state_, "map-key", "");
  EXPECT_NE(page(state_).find("Islands"), std::string::npos);
}

TEST_F(MapShiftTest, WhatDoesNotComeLeavesTheFirstMap) {
  Apply(state_, "map-layout", "islands");
  const auto& [chunk, bytes] = pack_.chunks.at("islands")[0];
  TakeChunk(state_, "islands", chunk, Fail(ErrorCode::kUnavailable, "No."));
  EXPECT_EQ(state_.notice, "No.");
  EXPECT_TRUE(state_.map_error.empty());
  EXPECT_EQ(state_.shift.wanted, MapLayout::kOneLand);
  // Asked for again it comes.
  EXPECT_EQ(Only<FetchEffect>(Apply(state_, "map-layout", "islands")).size(), 2u);
  TakeChunk(state_, "islands", chunk, ByteSpan(bytes).first(3));
  EXPECT_EQ(state_.shift.wanted, MapLayout::kOneLand);
  Apply(state_, "map-layout", "islands");
  Bring();
  Settle();
  ExpectAt(29, IslandPlace(29));
}

TEST_F(MapShiftTest, ALinkOpensTheMapAsItWasShared) {
  SharedLook look{0b101, true, MapLayout::kIslands};
  Journey journey;
  Open(journey, 4, 0);
  const auto fetches =
      Only<FetchEffect>(TakeLink(state_, WriteIdeasLink(journey, std::nullopt, state_.map, look)));
  EXPECT_EQ(fetches.size(), 2u);
  EXPECT_EQ(LookOf(state_), look);
  EXPECT_EQ(state_.map.look(), (MapLook{0b101, true}));
  Bring();
  EXPECT_EQ(Settle(), 0);  // as shared, nothing moves
  ExpectAt(4, IslandPlace(4));
  // A link that says nothing of it shows the map as it is for everybody.
  TakeLink(state_, LinkTo({4, 5}));
  Settle();
  EXPECT_EQ(LookOf(state_), SharedLook{});
  ExpectAt(4, GridPlace(4));
}

TEST_F(MapShiftTest, ALinkToTheMapAloneLeavesTheJourney) {
  OpenArticle(state_, 4);
  TakeLink(state_, WriteIdeasLink({}, std::nullopt, state_.map, {0b10, false, {}}));
  EXPECT_EQ(Line(state_), std::vector<uint32_t>{4});
  EXPECT_EQ(state_.topic_filter, 0b10);
  IdeasState visitor =
      StateOf(MakeSmallPack(), WriteIdeasLink({}, std::nullopt, Map(), {2, false, {}}));
  EXPECT_TRUE(visitor.is_example);
  EXPECT_EQ(visitor.topic_filter, 2);
}

}  // namespace
}  // namespace meander
