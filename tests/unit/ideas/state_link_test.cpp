// Links as they arrive: before the map and after it, over the example, over one's own journey,
// torn.
#include <gtest/gtest.h>

#include "canvas/words.h"
#include "small_map.h"

namespace meander {
namespace {

using Items = std::vector<uint32_t>;

TEST(IdeasState, ALinkThatComesBeforeTheMapWaitsForIt) {
  const SmallPack pack = MakeSmallPack();
  IdeasState state;
  StartIdeas(state, pack.head, LinkTo({3, 9}, Map()));
  // A second one before the map takes its place.
  EXPECT_TRUE(TakeLink(state, LinkTo({5, 6, 7}, Map())).empty());
  const Effects effects = TakeAll(state, pack);
  EXPECT_EQ(Line(state), (Items{5, 6, 7}));
  EXPECT_FALSE(state.is_example);
  EXPECT_EQ(state.pending_link, "");
  EXPECT_EQ(Asked<ArticleRequest>(effects)[0].second.item, 7u);
  EXPECT_EQ(Asked<CosinesRequest>(effects).size(), 1u);
}

TEST(IdeasState, ALinkAfterTheMapReplacesTheExample) {
  for (const Items& items : {Items{9, 20}, Items{0}, Items{0, 1}}) {
    IdeasState state = StateOf(MakeSmallPack());
    ASSERT_TRUE(state.is_example);
    Journey journey;
    for (const uint32_t item : items) Open(journey, item, 0);
    TakeLink(state, WriteIdeasLink(journey, {}, Map()));
    EXPECT_EQ(Line(state), items);
    EXPECT_FALSE(state.is_example);
  }
}

TEST(IdeasState, AViewInALinkIsFlownTo) {
  IdeasState state = EmptyState();
  const std::string link = LinkTo({9, 20}, Map(), SharedView{{0.25f, -0.5f}, 0.125f});
  const auto flights = Only<FlyToEffect>(TakeLink(state, link));
  ASSERT_EQ(flights.size(), 1u);
  EXPECT_NEAR(flights[0].bounds_in_world.low.x, 0.125f, 0.002f);
  EXPECT_NEAR(flights[0].bounds_in_world.high.y, -0.375f, 0.002f);
  EXPECT_FALSE(flights[0].only_if_needed);
  // The same journey again: the reader's view is left alone.
  EXPECT_TRUE(Only<FlyToEffect>(TakeLink(state, link)).empty());
}

TEST(IdeasState, KnownLengthsStayKnownWhereTheHopIsTheSame) {
  IdeasState state = EmptyState();
  TakeLink(state, LinkTo({3, 9, 20}, Map()));
  TakeReply(state, {state.lengths_request, CosinesReply{{0.75f, 0.5f}}});
  // 8 is not 3: the second stop of this journey is another hop, though to the same article.
  TakeLink(state, LinkTo({8, 9, 20}, Map()));
  EXPECT_EQ(state.journey.stops[1].length, kUnknownLength);
  EXPECT_EQ(state.journey.stops[2].length, 0.5f);
}

TEST(IdeasState, AnEarlierLinkOfTheSameTreeKeepsTheTreeWhole) {
  IdeasState state = EmptyState();
  TakeLink(state, LinkTo({3, 9, 20}, Map()));
  TakeLink(state, LinkTo({3, 9}, Map()));
  EXPECT_EQ(Line(state), (Items{3, 9, 20}));
  EXPECT_EQ(state.journey.current_item(), 9u);
  OpenArticle(state, 11);
  EXPECT_EQ(Line(state), (Items{3, 9, 11}));
  EXPECT_EQ(state.journey.stops.size(), 4u);
}

TEST(IdeasState, ALinkWithStopsThatHaveGoneSaysSo) {
  std::vector<std::string> titles(std::begin(kSmallTitles), std::end(kSmallTitles));
  titles[3] = "Gone";
  titles[4] = "Gone too";
  const IdeaMap other = MapOf(MakeSmallPack(titles));
  IdeasState state = EmptyState();
  TakeLink(state, LinkTo({0, 3, 9}, other));
  EXPECT_EQ(state.notice, words::kLinkOneUnknown);
  EXPECT_EQ(Line(state), (Items{0, 9}));
  TakeLink(state, LinkTo({3, 0, 4, 9}, other));
  EXPECT_EQ(state.notice, "2 stops of that journey are not on this map; the others are.");
  EXPECT_EQ(Line(state), (Items{0, 9}));
}

TEST(IdeasState, ALinkThatIsNotWholeIsSaidAndLeavesTheJourney) {
  IdeasState state = EmptyState();
  OpenArticle(state, 7);
  OpenArticle(state, 9);
  const Effects effects = TakeLink(state, kTorn);
  EXPECT_EQ(Line(state), (Items{7, 9}));
  EXPECT_EQ(state.notice, words::kErrorLink);
  ASSERT_EQ(Only<SayEffect>(effects).size(), 1u);
  EXPECT_EQ(Only<SayEffect>(effects)[0].text, words::kErrorLink);
  // Before any journey: the example stands in.
  IdeasState fresh = StateOf(MakeSmallPack(), kTorn);
  EXPECT_TRUE(fresh.is_example);
  EXPECT_EQ(fresh.notice, words::kErrorLink);
  // No link at all changes nothing: the browser's Back from the first stop.
  EXPECT_TRUE(TakeLink(state, "").empty());
  EXPECT_EQ(Line(state), (Items{7, 9}));
}

TEST(IdeasState, InSomebodysPageACaptionWithoutAStateLeadsBackToTheBeginning) {
  IdeasState state = StateOf(MakeSmallPack(), "");
  ASSERT_TRUE(state.is_example);
  const Items example = Line(state);
  state.is_framed = true;
  EXPECT_TRUE(TakeLink(state, "").empty());
  TakeLink(state, LinkTo({7, 9}, Map()));
  ASSERT_EQ(Line(state), (Items{7, 9}));
  const Effects effects = TakeLink(state, "");
  EXPECT_TRUE(state.is_example);
  EXPECT_EQ(Line(state), example);
  ASSERT_EQ(Only<FlyToEffect>(effects).size(), 1u);
  EXPECT_EQ(Only<FlyToEffect>(effects)[0].bounds_in_world, state.map.bounds());
}

}  // namespace
}  // namespace meander
