// What arrives, in whatever order: chunks, replies on time and too late, the map first of all.
// Links are in state_link_test.cpp, what the reader does in actions_test.cpp.
#include "ideas/state.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "canvas/words.h"
#include "small_map.h"

namespace meander {
namespace {

using Items = std::vector<uint32_t>;

// --- the map -------------------------------------------------------------------------------------

TEST(IdeasState, StartAsksForEveryChunkOfTheFirstView) {
  IdeasState state;
  const auto fetches = Only<FetchEffect>(StartIdeas(state, MakeSmallPack().head, ""));
  ASSERT_EQ(fetches.size(), 8u);  // seven sections, the titles in two
  EXPECT_EQ(fetches[0].section, "positions");
  EXPECT_EQ(fetches[5].section, "titles");
  EXPECT_EQ(fetches[5].item, 0u);
  EXPECT_EQ(fetches[6].section, "titles");
  EXPECT_EQ(fetches[6].item, 15u);
  EXPECT_EQ(fetches[7].section, "example");
  EXPECT_EQ(state.map_error, "");
}

TEST(IdeasState, APackWithoutASectionIsNoMap) {
  SmallPack pack = MakeSmallPack();
  std::erase_if(pack.head.sections, [](const SectionRef& one) { return one.name == "trust"; });
  IdeasState state;
  EXPECT_EQ(Only<FetchEffect>(StartIdeas(state, pack.head, "")).size(), 7u);
  EXPECT_EQ(state.map_error, words::kErrorMap);
}

TEST(IdeasState, TheMapIsThereWithItsLastChunkInAnyOrder) {
  SmallPack pack = MakeSmallPack();
  std::vector<std::pair<std::string, SmallPack::Chunk>> chunks;
  for (const auto& [section, list] : pack.chunks) {
    for (const SmallPack::Chunk& chunk : list) chunks.emplace_back(section, chunk);
  }
  Rng rng(6);
  for (int round = 0; round < 50; ++round) {
    for (size_t i = chunks.size(); i > 1; --i) {
      std::swap(chunks[i - 1], chunks[rng.Below(static_cast<uint32_t>(i))]);
    }
    IdeasState state;
    StartIdeas(state, pack.head, "");
    for (size_t i = 0; i < chunks.size(); ++i) {
      EXPECT_FALSE(state.map.is_complete());
      const auto& [section, chunk] = chunks[i];
      const Effects effects = TakeChunk(state, section, chunk.first, ByteSpan(chunk.second));
      EXPECT_EQ(effects.empty(), i + 1 < chunks.size());
    }
    ASSERT_TRUE(state.map.is_complete());
    EXPECT_EQ(state.map.TitleOf(29), "Arithmetic");
    EXPECT_EQ(state.map.ItemOfTitle("Zero"), 27u);
    EXPECT_EQ(state.map.TopicOf(13), 2);
    EXPECT_TRUE(state.map.TopicIsInferred(13));
    EXPECT_EQ(state.map.TrustOf(12), 1);
    EXPECT_NEAR(Distance(state.map.PlaceOf(8), GridPlace(8)), 0, 3e-5);
  }
}

TEST(IdeasState, AChunkThatFailsIsSaidAndAnotherMendsNothing) {
  const SmallPack pack = MakeSmallPack();
  IdeasState state;
  StartIdeas(state, pack.head, "");
  const auto& [chunk, bytes] = pack.chunks.at("positions")[0];
  const auto said = Only<SayEffect>(TakeChunk(state, "positions", chunk, ByteSpan(bytes).first(7)));
  ASSERT_EQ(said.size(), 1u);
  EXPECT_EQ(said[0].text, state.map_error);
  EXPECT_NE(state.map_error, "");
  TakeChunk(state, "topics", chunk, Fail(ErrorCode::kUnavailable, "The network is gone."));
  EXPECT_EQ(state.map_error, "The network is gone.");
  EXPECT_FALSE(state.map.is_complete());
}

// --- the prepared journey ------------------------------------------------------------------------

TEST(IdeasState, AFirstVisitShowsTheExampleAndAsksForItsStart) {
  IdeasState state;
  const SmallPack pack = MakeSmallPack();
  StartIdeas(state, pack.head, "");
  const Effects effects = TakeAll(state, pack);
  EXPECT_TRUE(state.is_example);
  EXPECT_EQ(Line(state), (Items{0, 1, 2, 3, 4}));
  EXPECT_EQ(state.journey.stops[0].length, 0);
  EXPECT_NEAR(state.journey.stops[2].length, 0.6f, 0.005f) << "lengths come with it";
  // Its first article, and no megabyte of vectors for its lengths.
  const auto articles = Asked<ArticleRequest>(effects);
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].second.item, 0u);
  EXPECT_EQ(state.pane.item, 0u);
  EXPECT_EQ(state.pane.request, articles[0].first);
  EXPECT_EQ(Asked<CosinesRequest>(effects).size(), 0u);
}

TEST(IdeasState, APackWithoutOneHasNoExample) {
  IdeasState state = StateOf(MakePlainPack());
  EXPECT_FALSE(state.is_example);
  EXPECT_TRUE(state.journey.is_empty());
  EXPECT_EQ(state.pane.item, kNoItem);
  // Nor does a link that is not whole conjure one up.
  const Effects effects = TakeLink(state, kTorn);
  EXPECT_FALSE(state.is_example);
  EXPECT_EQ(state.pane.item, kNoItem);
  EXPECT_EQ(state.notice, words::kErrorLink);
  EXPECT_EQ(Only<SayEffect>(effects).size(), 1u);
}

TEST(IdeasState, TheExampleGivesWayToTheFirstStepOfOnesOwn) {
  IdeasState state = StateOf(MakeSmallPack());
  TakeReply(state, {state.pane.request, MadeUpArticle(0)});
  // A neighbour of the article that is open: the journey begins there.
  IdeasState by_link = state;
  OpenArticle(by_link, 5);
  EXPECT_EQ(Line(by_link), (Items{0, 5}));
  EXPECT_FLOAT_EQ(by_link.journey.stops[1].length, 1 - 0.7f);
  EXPECT_FALSE(by_link.is_example);
  // A dot elsewhere: it begins with that.
  IdeasState elsewhere = state;
  OpenArticle(elsewhere, 20);
  EXPECT_EQ(Line(elsewhere), (Items{20}));
}

// --- replies -------------------------------------------------------------------------------------

TEST(IdeasState, AnArticleArrivesAndIsSaid) {
  IdeasState state = EmptyState();
  const Effects opened = OpenArticle(state, 7);
  const auto asked = Asked<ArticleRequest>(opened);
  ASSERT_EQ(asked.size(), 1u);
  const auto said = Only<SayEffect>(TakeReply(state, {asked[0].first, MadeUpArticle(7)}));
  ASSERT_EQ(said.size(), 1u);
  EXPECT_EQ(said[0].text, "Artisan bread, in Biology & health.");
  ASSERT_TRUE(state.pane.reply.has_value());
  EXPECT_EQ(state.pane.request, 0u);
  EXPECT_EQ(KnownCloseness(state, 8), 0.9f);   // a neighbour
  EXPECT_EQ(KnownCloseness(state, 22), 0.4f);  // a link
  EXPECT_EQ(KnownCloseness(state, 3), std::nullopt);
}

TEST(IdeasState, AnArticleThatComesTooLateIsDropped) {
  IdeasState state = EmptyState();
  const RequestId first = Asked<ArticleRequest>(OpenArticle(state, 7))[0].first;
  const Effects second = OpenArticle(state, 9);
  ASSERT_EQ(Only<CancelEngineEffect>(second).size(), 1u);
  EXPECT_EQ(Only<CancelEngineEffect>(second)[0].id, first);
  EXPECT_TRUE(TakeReply(state, {first, MadeUpArticle(7)}).empty());
  EXPECT_EQ(state.pane.item, 9u);
  EXPECT_FALSE(state.pane.reply.has_value());
  // Nor does it come twice.
  const RequestId wanted = state.pane.request;
  EXPECT_EQ(TakeReply(state, {wanted, MadeUpArticle(9)}).size(), 1u);
  EXPECT_TRUE(TakeReply(state, {wanted, MadeUpArticle(9)}).empty());
}

TEST(IdeasState, AnArticleOfNoItemOfThisMapIsAFailureNotACrash) {
  for (const uint32_t wrong : {kSmallItems, kNoItem}) {
    for (const int where : {0, 1, 2}) {
      IdeasState state = EmptyState();
      OpenArticle(state, 7);
      ArticleReply reply = MadeUpArticle(7);
      if (where == 0) reply.item = wrong;
      if (where == 1) reply.neighbors[3].item = wrong;
      if (where == 2) reply.article.links[0].target = wrong;
      TakeReply(state, {state.pane.request, reply});
      EXPECT_FALSE(state.pane.reply.has_value());
      EXPECT_NE(state.pane.error, "");
      EXPECT_EQ(state.pane.request, 0u);
    }
  }
}

TEST(IdeasState, AFailedArticleIsSaidAndAskedForAgain) {
  IdeasState state = EmptyState();
  OpenArticle(state, 7);
  const Error error{ErrorCode::kUnavailable, "The network is gone."};
  const auto said = Only<SayEffect>(TakeReply(state, {state.pane.request, error}));
  ASSERT_EQ(said.size(), 1u);
  EXPECT_EQ(said[0].text, error.message);
  EXPECT_EQ(state.pane.error, error.message);
  EXPECT_EQ(state.pane.request, 0u);
  const auto again = Asked<ArticleRequest>(Apply(state, "article-again", ""));
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].second.item, 7u);
  EXPECT_EQ(state.pane.error, "");
  // Somebody else's failure is not this one's.
  EXPECT_TRUE(TakeReply(state, {again[0].first + 1000, error}).empty());
  EXPECT_EQ(state.pane.error, "");
}

TEST(IdeasState, UnknownLengthsAreAskedForAndFilledIn) {
  IdeasState state = EmptyState();
  const Effects effects = TakeLink(state, LinkTo({3, 9, 20}, Map()));
  const auto asked = Asked<CosinesRequest>(effects);
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(asked[0].second.pairs, (std::vector<std::pair<uint32_t, uint32_t>>{{3, 9}, {9, 20}}));
  TakeReply(state, {asked[0].first, CosinesReply{{0.75f, -0.5f}}});
  EXPECT_EQ(state.journey.stops[1].length, 0.25f);
  EXPECT_EQ(state.journey.stops[2].length, 1.5f);
  EXPECT_EQ(state.lengths_request, 0u);
  // Nothing is left to ask.
  EXPECT_TRUE(AskForCurrent(state).empty());
}

TEST(IdeasState, ACosineBeyondOneIsNoNegativeLength) {
  IdeasState state = EmptyState();
  TakeLink(state, LinkTo({3, 9}, Map()));
  TakeReply(state, {state.lengths_request, CosinesReply{{1.01f}}});
  EXPECT_EQ(state.journey.stops[1].length, 0);
}

TEST(IdeasState, LengthsThatComeTooLateAreNobodys) {
  IdeasState state = EmptyState();
  TakeLink(state, LinkTo({3, 9, 20}, Map()));
  const RequestId asked = state.lengths_request;
  ASSERT_NE(asked, 0u);
  EXPECT_TRUE(TakeReply(state, {asked + 1000, CosinesReply{{0.1f, 0.1f}}}).empty());
  EXPECT_EQ(state.journey.stops[1].length, kUnknownLength);
  // Meanwhile another journey has taken the place of the one they were asked for: 9 to 20 is in
  // both, at another place.
  TakeLink(state, LinkTo({9, 20, 11}, Map()));
  const Effects effects = TakeReply(state, {asked, CosinesReply{{0.75f, 0.5f}}});
  EXPECT_EQ(state.journey.stops[1].length, 0.5f);
  EXPECT_EQ(state.journey.stops[2].length, kUnknownLength);
  const auto again = Asked<CosinesRequest>(effects);
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].second.pairs, (std::vector<std::pair<uint32_t, uint32_t>>{{20, 11}}));
}

TEST(IdeasState, FailedLengthsAreAskedForWithTheNextStop) {
  IdeasState state = EmptyState();
  TakeLink(state, LinkTo({3, 9}, Map()));
  const Error error{ErrorCode::kUnavailable, "The network is gone."};
  EXPECT_TRUE(TakeReply(state, {state.lengths_request, error}).empty());
  EXPECT_EQ(state.lengths_request, 0u);
  const auto asked = Asked<CosinesRequest>(OpenArticle(state, 20));
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(asked[0].second.pairs.size(), 2u);
}

TEST(IdeasState, RepliesNobodyWaitsForChangeNothing) {
  IdeasState state = EmptyState();
  OpenArticle(state, 7);
  const IdeasState before = state;
  const std::vector<ReplyBody> bodies{
      Error{},           ProgressReply{1, 2, "w"}, OpenedReply{}, MadeUpArticle(3),
      CosinesReply{{1}}, MeaningReply{},           WalkReply{},   WhyReply{}};
  for (const ReplyBody& body : bodies) EXPECT_TRUE(TakeReply(state, {0xFFFFFFF0, body}).empty());
  EXPECT_EQ(state.journey, before.journey);
  EXPECT_EQ(state.pane.request, before.pane.request);
  EXPECT_EQ(state.pane.error, "");
  EXPECT_EQ(state.search.error, "");
  EXPECT_FALSE(state.search.meaning.has_value());
}

}  // namespace
}  // namespace meander
