// The journey is a tree: nothing that was read is ever lost, whichever way the reader goes.
#include "ideas/journey.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/rng.h"
#include "small_map.h"

namespace meander {
namespace {

std::vector<uint32_t> ItemsOf(const Journey& journey, const std::vector<int>& stops) {
  std::vector<uint32_t> items;
  for (const int stop : stops) items.push_back(journey.stops[static_cast<size_t>(stop)].item);
  return items;
}
std::vector<uint32_t> Line(const Journey& journey) { return ItemsOf(journey, MainLine(journey)); }

Journey Walked(std::initializer_list<uint32_t> items) {
  Journey journey;
  for (const uint32_t item : items) Open(journey, item, 0.5f);
  return journey;
}

using Items = std::vector<uint32_t>;

TEST(Journey, EmptyHasNowhereToGo) {
  Journey journey;
  EXPECT_TRUE(journey.is_empty());
  EXPECT_EQ(journey.current_item(), kNoItem);
  EXPECT_FALSE(Back(journey));
  EXPECT_FALSE(Forward(journey));
  GoTo(journey, 0);
  EXPECT_EQ(journey.current, -1);
  EXPECT_EQ(MainLine(journey), std::vector<int>{});
  const JourneyFacts facts = FactsOf(journey);
  EXPECT_EQ(facts.hops, 0);
  EXPECT_EQ(facts.side_stops, 0);
  EXPECT_EQ(facts.longest, -1);
}

TEST(Journey, EveryArticleOpenedIsAStopAfterTheOneBefore) {
  Journey journey;
  Open(journey, 7, 0.9f);  // what stands before the start is nobody's hop
  Open(journey, 3, 0.25f);
  Open(journey, 9, kUnknownLength);
  EXPECT_EQ(journey.stops, (std::vector<Stop>{{7, -1, 0}, {3, 0, 0.25f}, {9, 1, kUnknownLength}}));
  EXPECT_EQ(journey.current, 2);
  EXPECT_EQ(journey.current_item(), 9u);
}

TEST(Journey, OpeningWhatIsOpenIsNoStop) {
  Journey journey = Walked({7, 3});
  Open(journey, 3, 0.5f);
  EXPECT_EQ(journey.stops.size(), 2u);
  EXPECT_EQ(journey.current, 1);
}

TEST(Journey, BackAndForwardGoAlongTheLineToItsEnds) {
  Journey journey = Walked({7, 3, 9});
  EXPECT_FALSE(Forward(journey));
  EXPECT_TRUE(Back(journey));
  EXPECT_EQ(journey.current_item(), 3u);
  EXPECT_TRUE(Back(journey));
  EXPECT_EQ(journey.current_item(), 7u);
  EXPECT_FALSE(Back(journey));
  EXPECT_EQ(journey.current_item(), 7u);
  // Going back takes nothing off the line.
  EXPECT_EQ(Line(journey), (Items{7, 3, 9}));
  EXPECT_TRUE(Forward(journey));
  EXPECT_TRUE(Forward(journey));
  EXPECT_EQ(journey.current_item(), 9u);
  EXPECT_EQ(journey.stops.size(), 3u);
}

TEST(Journey, AForkKeepsBothBranches) {
  Journey journey = Walked({1, 2, 3, 4});
  GoTo(journey, 1);
  Open(journey, 5, 0.5f);
  Open(journey, 6, 0.5f);
  EXPECT_EQ(journey.stops.size(), 6u);
  EXPECT_EQ(journey.stops[4], (Stop{5, 1, 0.5f}));
  EXPECT_EQ(Line(journey), (Items{1, 2, 5, 6}));
  EXPECT_EQ(FactsOf(journey).side_stops, 2);
  // From the first branch's stop the first branch is the line again.
  GoTo(journey, 2);
  EXPECT_EQ(Line(journey), (Items{1, 2, 3, 4}));
  // From the fork the newest branch is.
  GoTo(journey, 1);
  EXPECT_EQ(Line(journey), (Items{1, 2, 5, 6}));
  EXPECT_TRUE(Forward(journey));
  EXPECT_EQ(journey.current_item(), 5u);
}

TEST(Journey, AChildOpenedAgainIsReturnedTo) {
  Journey journey = Walked({1, 2});
  Back(journey);
  Open(journey, 3, 0.5f);
  Back(journey);
  Open(journey, 2, 0.75f);
  EXPECT_EQ(journey.current, 1);
  EXPECT_EQ(journey.stops.size(), 3u);
  EXPECT_EQ(journey.stops[1].length, 0.5f);  // as it was
}

TEST(Journey, ALinkStraightBackFromTheEndIsGoingBack) {
  Journey journey = Walked({1, 2});
  Open(journey, 1, 0.5f);
  EXPECT_EQ(journey.current, 0);
  EXPECT_EQ(journey.stops.size(), 2u);
  EXPECT_EQ(Line(journey), (Items{1, 2}));
}

TEST(Journey, ARevisitFromFartherOnIsAStopOfItsOwn) {
  Journey journey = Walked({1, 2, 3, 1, 2});
  EXPECT_EQ(Line(journey), (Items{1, 2, 3, 1, 2}));
  EXPECT_EQ(journey.stops[3].parent, 2);
  // A stop that has gone on already is not left by a link straight back.
  GoTo(journey, 1);
  Open(journey, 1, 0.5f);
  EXPECT_EQ(journey.stops.size(), 6u);
  EXPECT_EQ(journey.stops[5], (Stop{1, 1, 0.5f}));
}

TEST(Journey, GoToOutsideDoesNothing) {
  Journey journey = Walked({1, 2, 3});
  for (const int index : {-1, 3, 1000000, -2147483647}) {
    GoTo(journey, index);
    EXPECT_EQ(journey.current, 2) << index;
  }
  GoTo(journey, 0);
  EXPECT_EQ(journey.current, 0);
}

TEST(Journey, HoldsFourHundredStopsAndNoMore) {
  Journey journey;
  for (uint32_t item = 0; item < 500; ++item) Open(journey, item, 0.5f);
  EXPECT_EQ(journey.stops.size(), 400u);
  EXPECT_EQ(journey.current_item(), 399u);
  // Full, it still goes back and forth, and to children it has.
  EXPECT_TRUE(Back(journey));
  Open(journey, 399, 0.5f);
  EXPECT_EQ(journey.current, 399);
  Open(journey, 1000, 0.5f);
  EXPECT_EQ(journey.current, 399);
}

TEST(RemoveStop, WhatHungOnItHangsOnItsParent) {
  Journey journey = Walked({1, 2, 3, 4});
  GoTo(journey, 1);
  Open(journey, 5, 0.5f);
  GoTo(journey, 3);
  RemoveStop(journey, 1);
  EXPECT_EQ(journey.stops,
            (std::vector<Stop>{
                {1, -1, 0}, {3, 0, kUnknownLength}, {4, 1, 0.5f}, {5, 0, kUnknownLength}}));
  EXPECT_EQ(journey.current_item(), 4u);
  // The current one gives way to its parent.
  RemoveStop(journey, journey.current);
  EXPECT_EQ(journey.current_item(), 3u);
}

TEST(RemoveStop, OfAStartMakesItsChildrenStarts) {
  Journey journey = Walked({1, 2});
  Back(journey);
  Open(journey, 3, 0.5f);
  RemoveStop(journey, 0);
  EXPECT_EQ(journey.stops, (std::vector<Stop>{{2, -1, 0}, {3, -1, 0}}));
  EXPECT_EQ(journey.current_item(), 3u);
  GoTo(journey, 0);
  RemoveStop(journey, 0);
  EXPECT_EQ(journey.current_item(), 3u);
  RemoveStop(journey, 0);
  EXPECT_EQ(journey, Journey{});
  RemoveStop(journey, 0);
  EXPECT_EQ(journey, Journey{});
}

TEST(RemoveStop, OutsideDoesNothing) {
  Journey journey = Walked({1, 2});
  for (const int index : {-1, 2, 1000000}) {
    RemoveStop(journey, index);
    EXPECT_EQ(journey, Walked({1, 2})) << index;
  }
}

std::string Named(std::string_view name) {
  Journey journey;
  SetName(journey, name);
  return journey.name;
}

TEST(JourneyName, IsOneLineOfWholeCharacters) {
  EXPECT_EQ(Named("Sunday walk"), "Sunday walk");
  EXPECT_EQ(Named("  a\tb\nc\x7F "), "a b c");
  EXPECT_EQ(Named(std::string("a\0b", 3)), "a b");
  EXPECT_EQ(Named(" \n "), "");
  EXPECT_EQ(Named("\xFFz"), "\uFFFDz");
  EXPECT_EQ(Named(std::string(61, 'x')), std::string(60, 'x'));
  // Twenty-nine letters of two bytes and two of one are sixty; half a letter is none.
  std::string long_name = "xx";
  for (int i = 0; i < 40; ++i) long_name += "é";
  EXPECT_EQ(Named(long_name), long_name.substr(0, 60));
  EXPECT_EQ(Named("x" + long_name.substr(2)), ("x" + long_name.substr(2)).substr(0, 59));
}

TEST(Journey, WithoutSideTripsKeepsTheLineAndItsPlace) {
  Journey journey;
  journey.name = "Tea";
  for (const uint32_t item : {1u, 2u, 3u}) Open(journey, item, 0.5f);
  Back(journey);
  Open(journey, 4, 0.25f);  // 3 is a side trip now
  Open(journey, 5, 0.125f);
  GoTo(journey, 1);
  const Journey line = WithoutSideTrips(journey);
  ASSERT_EQ(line.stops.size(), 4u);
  const std::vector<Stop> wanted = {
      {1, -1, line.stops[0].length}, {2, 0, 0.5f}, {4, 1, 0.25f}, {5, 2, 0.125f}};
  EXPECT_EQ(line.stops, wanted);
  EXPECT_EQ(line.current, 1);
  EXPECT_EQ(line.name, "Tea");
  EXPECT_EQ(WithoutSideTrips(line), line);
  EXPECT_TRUE(WithoutSideTrips(Journey{}).is_empty());
}

TEST(JourneyFacts, AddUpWhatIsKnown) {
  Journey journey;
  Open(journey, 1, 0);
  Open(journey, 2, 0.25f);
  Open(journey, 3, kUnknownLength);
  Open(journey, 4, 0.5f);
  Open(journey, 5, 0.5f);
  GoTo(journey, 1);
  Open(journey, 6, 2);  // a side trip's length is not the line's
  GoTo(journey, 3);
  const JourneyFacts facts = FactsOf(journey);
  EXPECT_EQ(facts.hops, 4);
  EXPECT_EQ(facts.side_stops, 1);
  EXPECT_EQ(facts.lengths, (std::vector<float>{0.25f, kUnknownLength, 0.5f, 0.5f}));
  EXPECT_FLOAT_EQ(facts.total, 1.25f);
  EXPECT_EQ(facts.longest, 2);  // the first of equals
}

TEST(JourneyFacts, NothingKnownNothingLongest) {
  Journey journey;
  Open(journey, 1, 0);
  Open(journey, 2, kUnknownLength);
  const JourneyFacts facts = FactsOf(journey);
  EXPECT_EQ(facts.longest, -1);
  EXPECT_EQ(facts.total, 0);
}

// What holds of every journey and its line after any steps at all.
void ExpectSound(const Journey& journey, uint32_t item_count) {
  ASSERT_EQ(FaultOf(journey, item_count), "");
  const std::vector<int> line = MainLine(journey);
  EXPECT_EQ(std::count(line.begin(), line.end(), journey.current), journey.is_empty() ? 0 : 1);
  for (size_t i = 0; i < line.size(); ++i) {
    const int parent = journey.stops[static_cast<size_t>(line[i])].parent;
    ASSERT_EQ(parent, i == 0 ? -1 : line[i - 1]);
  }
  if (!line.empty()) {
    for (const Stop& stop : journey.stops) ASSERT_NE(stop.parent, line.back());
  }
  const JourneyFacts facts = FactsOf(journey);
  EXPECT_EQ(facts.hops, std::max(0, static_cast<int>(line.size()) - 1));
  EXPECT_EQ(facts.lengths.size(), static_cast<size_t>(facts.hops));
  EXPECT_EQ(facts.side_stops + line.size(), journey.stops.size());
  float total = 0, longest = 0;
  for (const float length : facts.lengths) {
    total += length == kUnknownLength ? 0 : length;
    longest = std::max(longest, length);
  }
  EXPECT_FLOAT_EQ(facts.total, total);
  if (facts.longest >= 0) {
    EXPECT_EQ(facts.lengths[static_cast<size_t>(facts.longest)], longest);
  } else {
    EXPECT_LE(longest, 0);
  }
}

TEST(Journey, StaysATreeWhateverIsDone) {
  size_t longest = 0;
  for (uint64_t seed = 0; seed < 40; ++seed) {
    Rng rng(seed);
    Journey journey;
    const uint32_t items = 2 + rng.Below(40);
    for (int step = 0; step < 1200; ++step) {
      const Journey before = journey;
      if (rng.Below(100) == 0) {
        const int index = static_cast<int>(rng.Below(450)) - 20;
        const bool is_there = index >= 0 && index < static_cast<int>(before.stops.size());
        RemoveStop(journey, index);
        ASSERT_EQ(journey.stops.size(), before.stops.size() - (is_there ? 1 : 0));
        ASSERT_NO_FATAL_FAILURE(ExpectSound(journey, items));
        continue;
      }
      switch (rng.Below(6)) {
        case 0: {
          const bool moved = Back(journey);
          ASSERT_EQ(moved, journey.current < before.current);
          break;
        }
        case 1: {
          const bool moved = Forward(journey);
          ASSERT_EQ(moved, journey.current > before.current);
          break;
        }
        case 2:
          GoTo(journey, static_cast<int>(rng.Below(450)) - 20);
          break;
        default: {
          const uint32_t item = rng.Below(items);
          Open(journey, item, rng.Below(4) == 0 ? kUnknownLength : rng.Unit() * 2);
          if (journey.stops.size() < kMaxStops) {
            ASSERT_EQ(journey.current_item(), item);
          }
          ASSERT_LE(journey.stops.size(), before.stops.size() + 1);
        }
      }
      // What was there stays, in its place.
      ASSERT_TRUE(std::equal(before.stops.begin(), before.stops.end(), journey.stops.begin()));
      ASSERT_NO_FATAL_FAILURE(ExpectSound(journey, items));
    }
    longest = std::max(longest, journey.stops.size());
  }
  EXPECT_EQ(longest, kMaxStops);  // some of them were filled
}

}  // namespace
}  // namespace meander
