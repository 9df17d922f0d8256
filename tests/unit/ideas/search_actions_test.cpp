// Searching from the page: by title at once, by meaning with consent and patience.
#include <gtest/gtest.h>

#include "canvas/words.h"
#include "ideas/state_search.h"
#include "small_map.h"

namespace meander {
namespace {

using Items = std::vector<uint32_t>;

TEST(SearchActions, TypingFindsTitles) {
  IdeasState state = EmptyState();
  EXPECT_TRUE(Apply(state, "search", "loom").empty());
  EXPECT_TRUE(state.search.is_open);
  EXPECT_EQ(SearchAnswers(state), (Items{13, 14, 12}));
  Apply(state, "search", "no such thing");
  EXPECT_EQ(SearchAnswers(state), Items{});
  const Effects none = Apply(state, "search-go", "");
  EXPECT_EQ(Only<SayEffect>(none).at(0).text, words::kSearchNone);
  EXPECT_TRUE(state.journey.is_empty());
}

TEST(SearchActions, EnterOpensTheFirstAndEndsTheSearch) {
  IdeasState state = EmptyState();
  Apply(state, "search", "loom");
  const Effects effects = Apply(state, "search-go", "");
  EXPECT_EQ(Line(state), Items{13});
  EXPECT_EQ(Asked<ArticleRequest>(effects).at(0).second.item, 13u);
  EXPECT_FALSE(state.search.is_open);
  EXPECT_EQ(state.search.text, "");
}

TEST(SearchActions, AtMostEightRows) {
  IdeasState state = EmptyState();
  Apply(state, "search", "a");
  EXPECT_EQ(SearchAnswers(state).size(), kSearchRows);
}

TEST(SearchActions, OpenAndCloseLeaveNothingBehind) {
  IdeasState state = EmptyState();
  Apply(state, "search-open", "");
  EXPECT_TRUE(state.search.is_open);
  Apply(state, "search", "loom");
  Apply(state, "search-close", "");
  EXPECT_FALSE(state.search.is_open);
  EXPECT_EQ(state.search.text, "");
  EXPECT_EQ(SearchAnswers(state), Items{});
}

TEST(SearchActions, MeaningIsAskedForAndAnswered) {
  IdeasState state = EmptyState();
  Apply(state, "search", "something woven");
  const auto asked = Asked<MeaningRequest>(Apply(state, "search-mode", "meaning"));
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(asked[0].second.text, "something woven");
  EXPECT_EQ(asked[0].second.count, 10u);
  const RequestId id = asked[0].first;
  EXPECT_TRUE(TakeReply(state, {id, ProgressReply{5, 10, "woven"}}).empty());
  EXPECT_EQ(state.search.progress.waiting_for, "woven");
  MeaningReply reply;
  reply.neighbors = {{12, 0.6f}, {25, 0.5f}};
  EXPECT_EQ(Only<SayEffect>(TakeReply(state, {id, reply})).at(0).text, "2 ideas near in meaning.");
  EXPECT_EQ(SearchAnswers(state), (Items{12, 25}));
  EXPECT_EQ(state.search.request, 0u);
  // The answer is there once.
  EXPECT_TRUE(TakeReply(state, {id, MeaningReply{}}).empty());
  EXPECT_EQ(SearchAnswers(state), (Items{12, 25}));
  Apply(state, "search-go", "");
  EXPECT_EQ(Line(state), Items{12});
}

TEST(SearchActions, TypingOnCancelsTheQuestionBefore) {
  IdeasState state = EmptyState();
  Apply(state, "search-mode", "meaning");
  const RequestId first = Asked<MeaningRequest>(Apply(state, "search", "wov")).at(0).first;
  const Effects more = Apply(state, "search", "woven");
  EXPECT_EQ(Only<CancelEngineEffect>(more).at(0).id, first);
  MeaningReply late;
  late.neighbors = {{3, 0.9f}};
  EXPECT_TRUE(TakeReply(state, {first, late}).empty());
  EXPECT_FALSE(state.search.meaning.has_value());
  EXPECT_TRUE(TakeReply(state, {first, Error{ErrorCode::kCancelled, "Cancelled."}}).empty());
  EXPECT_EQ(state.search.error, "");
  // Closing cancels too.
  EXPECT_EQ(Only<CancelEngineEffect>(Apply(state, "search-close", "")).size(), 1u);
}

TEST(SearchActions, AFailureIsSaidUntilTheNextLetter) {
  IdeasState state = EmptyState();
  Apply(state, "search-mode", "meaning");
  Apply(state, "search", "woven");
  const Error error{ErrorCode::kUnavailable, "The reader did not arrive."};
  EXPECT_EQ(Only<SayEffect>(TakeReply(state, {state.search.request, error})).at(0).text,
            error.message);
  EXPECT_EQ(state.search.error, error.message);
  EXPECT_EQ(state.search.request, 0u);
  Apply(state, "search", "woven c");
  EXPECT_EQ(state.search.error, "");
}

TEST(SearchActions, AnAnswerOfNoItemOfThisMapIsAFailureNotACrash) {
  IdeasState state = EmptyState();
  Apply(state, "search-mode", "meaning");
  Apply(state, "search", "woven");
  MeaningReply reply;
  reply.neighbors = {{12, 0.6f}, {kSmallItems, 0.5f}};
  TakeReply(state, {state.search.request, reply});
  EXPECT_FALSE(state.search.meaning.has_value());
  EXPECT_NE(state.search.error, "");
}

TEST(SearchActions, WhoCountsBytesIsAskedFirst) {
  IdeasState state = EmptyState();
  state.asks_first = true;
  Apply(state, "search", "a calendar of moss");
  EXPECT_TRUE(Apply(state, "search-mode", "meaning").empty());
  EXPECT_TRUE(state.search.asks_to_fetch);
  // Titles that share words stand in meanwhile.
  EXPECT_EQ(SearchAnswers(state), (Items{20, 21, 22}));
  EXPECT_EQ(Asked<MeaningRequest>(Apply(state, "search-fetch", "")).size(), 1u);
  EXPECT_FALSE(state.search.asks_to_fetch);
}

TEST(SearchActions, TheModeIsOneOfTwo) {
  IdeasState state = EmptyState();
  Apply(state, "search-mode", "meaning");
  for (const char* argument : {"", "Title", "rubbish"}) {
    EXPECT_TRUE(Apply(state, "search-mode", argument).empty());
    EXPECT_EQ(state.search.mode, SearchMode::kMeaning) << argument;
  }
  Apply(state, "search-mode", "title");
  EXPECT_EQ(state.search.mode, SearchMode::kTitle);
}

TEST(SearchActions, AnEndlessTextIsCutBetweenCharacters) {
  IdeasState state = EmptyState();
  std::string text = "x";
  while (text.size() < 5000) text += "é";
  Apply(state, "search", text);
  EXPECT_EQ(state.search.text.size(), 1999u);
  EXPECT_TRUE(state.search.text == text.substr(0, 1999));
  std::string end = "xx";
  while (end.size() < 500) end += "語";
  Apply(state, "walk-open", "");
  Apply(state, "walk-from", end);
  EXPECT_EQ(state.walk.from.text.size(), 200u);
  Apply(state, "walk-from", "x" + end.substr(2));
  EXPECT_EQ(state.walk.from.text.size(), 199u);
}

}  // namespace
}  // namespace meander
