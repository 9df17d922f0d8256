// Two journeys: what is shared, what is said of it, and that nothing is merged or lost.
#include "ideas/compare.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "ideas/page.h"
#include "ideas/scene.h"
#include "small_map.h"

namespace meander {
namespace {

Journey JourneyThrough(std::initializer_list<uint32_t> items) {
  Journey journey;
  for (const uint32_t item : items) Open(journey, item, 0.5f);
  return journey;
}

TEST(Compare, NamesTheSharedStopsInOnesOwnOrder) {
  IdeasState state = EmptyState();
  state.journey = JourneyThrough({0, 1, 2, 3});
  Compare(state, JourneyThrough({9, 3, 1, 20}));
  const std::vector<SharedStop> shared = SharedStops(state);
  ASSERT_EQ(shared.size(), 2u);
  EXPECT_EQ(shared[0].item, 1u);
  EXPECT_EQ(shared[0].other_place, 2);
  EXPECT_EQ(shared[1].item, 3u);
  EXPECT_EQ(shared[1].own_place, 3);
  EXPECT_EQ(CompareSentence(state), "You share 2 stops, from Drink to Matter.");
  state.other = JourneyThrough({9, 1});
  EXPECT_EQ(CompareSentence(state), "You met once, at Drink.");
  state.other = JourneyThrough({20, 21});
  EXPECT_EQ(CompareSentence(state), "You never met.");
  state.other = state.journey;
  EXPECT_EQ(CompareSentence(state), "You went the same way.");
}

TEST(Compare, DrawsTheOtherDottedInInkAndRingsWhatIsShared) {
  IdeasState state = EmptyState();
  state.journey = JourneyThrough({0, 1});
  Compare(state, JourneyThrough({1, 20, 21}));
  View view;
  view.viewport = {860, 744, 1};
  view.camera = {{0, 0}, 350};
  view.reduced_motion = true;
  const Scene scene = MarksOf(state, view);
  const auto dotted = std::ranges::count_if(scene.strokes, [](const StrokeMark& stroke) {
    return stroke.paint.token == Token::kInk2 && stroke.dash_px == 0 && stroke.gap_px > 0;
  });
  EXPECT_EQ(dotted, 2);
  const auto rings = std::ranges::count_if(scene.discs, [](const DiscMark& disc) {
    return disc.kind == DiscKind::kRing && disc.radius_px == 15 && disc.item == 1;
  });
  EXPECT_EQ(rings, 1);
}

TEST(Compare, WalkingTheirsSwapsAndPuttingAwayLosesNothing) {
  IdeasState state = EmptyState();
  state.journey = JourneyThrough({0, 1});
  const Journey own = state.journey, theirs = JourneyThrough({9, 3});
  Compare(state, theirs);
  Apply(state, "other-walk", {});
  EXPECT_EQ(state.journey, theirs);
  EXPECT_EQ(*state.other, own);
  Apply(state, "other-walk", {});
  Apply(state, "other-away", {});
  EXPECT_EQ(state.journey, own);
  EXPECT_FALSE(state.other.has_value());
}

}  // namespace
}  // namespace meander
