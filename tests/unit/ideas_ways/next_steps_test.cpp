// Where to go from here: three offers, none twice, none read before.
#include "ideas/next_steps.h"

#include <gtest/gtest.h>

#include "small_map.h"

namespace meander {
namespace {

// At item 0 (lower left) with these neighbours, after having come from `journey`.
IdeasState At(std::initializer_list<uint32_t> journey, std::vector<Neighbor> neighbors) {
  IdeasState state = EmptyState();
  for (const uint32_t item : journey) OpenArticle(state, item);
  state.pane.reply = MadeUpArticle(state.journey.current_item());
  state.pane.reply->neighbors = std::move(neighbors);
  return state;
}

TEST(NextSteps, NearestUnreadThenABridgeThenALeap) {
  // 29 lies at the upper right, 28 beside it; the reader came from 29 to 0.
  const IdeasState state = At({29, 0}, {{29, .9f}, {1, .8f}, {28, .7f}, {6, .6f}, {24, .5f}});
  const NextSteps steps = NextStepsOf(state);
  ASSERT_TRUE(steps.nearest && steps.bridge && steps.leap);
  EXPECT_EQ(steps.nearest->item, 1u) << "29 has been read";
  EXPECT_EQ(steps.bridge->item, 28u);
  EXPECT_EQ(steps.bridge_to, 29u);
  EXPECT_EQ(steps.leap->item, 24u) << "the farthest of what is left";
}

TEST(NextSteps, OffersNothingThatIsNotThere) {
  EXPECT_FALSE(NextStepsOf(At({0}, {})).nearest);
  const NextSteps steps = NextStepsOf(At({0}, {{1, .8f}}));
  EXPECT_TRUE(steps.nearest);
  EXPECT_FALSE(steps.bridge) << "there is nowhere to go back to";
  EXPECT_FALSE(steps.leap);
  EXPECT_FALSE(NextStepsOf(At({1, 0}, {{1, .8f}})).nearest) << "all of it has been read";
}

}  // namespace
}  // namespace meander
