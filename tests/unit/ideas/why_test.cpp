// "Why here?" from the page: below which row it unfolds, what is asked of the engine, what it says
// while it waits and when it knows, and when it goes.
#include <gtest/gtest.h>

#include "canvas/words.h"
#include "ideas/next_steps.h"
#include "ideas/page.h"
#include "page_faults.h"
#include "small_map.h"

namespace meander {
namespace {

WhyReply MadeUpWhy() {
  WhyReply why;
  why.a = {"Coffee is dark and hot.", false, {{0, 6, .2f}, {7, 9, .001f}, {10, 14, -.1f}}};
  why.b = {"Drink.", true, {{0, 5, .13f}}};
  why.closeness = .91f;
  why.without = .4f;
  why.alone = .5f;
  why.sum_of_pairs = .3f;
  why.pairs = {{0, 0, .12f}, {2, 0, .004f}};
  why.is_whole = true;
  return why;
}

IdeasState Reading(uint32_t item = 7) {
  IdeasState state = EmptyState();
  OpenArticle(state, item);
  TakeReply(state, {state.pane.request, MadeUpArticle(item)});
  return state;
}

const PageNode* Find(const Page& page, std::string_view style) {
  for (const PageNode* node : NodesOf(page)) {
    if ((" " + node->style + " ").find(" " + std::string(style) + " ") != std::string::npos) {
      return node;
    }
  }
  return nullptr;
}
std::string TextBelow(const PageNode& node) {
  std::string text = node.text;
  for (const PageNode& child : node.children) text += "|" + TextBelow(child);
  return text;
}
Page PageOf(const IdeasState& state) { return IdeasPage(state, WholeView(state.map)); }

TEST(Why, NearBySpellingIsMarkedInTheListAndToldInTheAnswer) {
  IdeasState state = EmptyState();
  OpenArticle(state, 7);
  ArticleReply article = MadeUpArticle(7);
  article.by_spelling = {{9, .12f}};
  TakeReply(state, {state.pane.request, article});
  const PageNode* mark = nullptr;
  const Page page = PageOf(state);
  for (const PageNode* node : NodesOf(page)) {
    if (node->style != "by-spelling") continue;
    EXPECT_EQ(mark, nullptr) << "one neighbour has a mark";
    mark = node;
  }
  ASSERT_NE(mark, nullptr);
  EXPECT_NE(mark->label.find(kSmallTitles[9]), std::string::npos);
  WhyReply why = MadeUpWhy();
  for (const bool by_spelling : {false, true}) {
    if (by_spelling) why.by_spelling = .12f;
    state.why = {};
    const auto asked = Asked<WhyRequest>(Apply(state, "why-nearest", "9"));
    TakeReply(state, {asked.at(0).first, why});
    const Page answered = PageOf(state);
    const PageNode* told = Find(answered, "why-spelling");
    ASSERT_EQ(told != nullptr, by_spelling);
    if (told == nullptr) continue;
    EXPECT_NE(told->text.find("0.12 close"), std::string::npos) << told->text;
  }
}

TEST(Why, WhatIsNearBySpellingIsNotOfferedAsANextStep) {
  IdeasState state = EmptyState();
  OpenArticle(state, 7);
  ArticleReply article = MadeUpArticle(7);
  article.by_spelling = {{8, .12f}};
  TakeReply(state, {state.pane.request, article});
  ASSERT_TRUE(NextStepsOf(state).nearest);
  EXPECT_EQ(NextStepsOf(state).nearest->item, 9u);
}

TEST(Why, ANeighbourIsAskedAboutWithBothTitlesAndUnfoldsBelowItsRow) {
  IdeasState state = Reading();
  const auto asked = Asked<WhyRequest>(Apply(state, "why-nearest", "9"));
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(asked[0].second.a, 7u);
  EXPECT_EQ(asked[0].second.b, 9u);
  EXPECT_EQ(asked[0].second.title_a, kSmallTitles[7]);
  EXPECT_EQ(asked[0].second.title_b, kSmallTitles[9]);
  ProgressReply progress{1000000, 20000000, ""};
  TakeReply(state, {asked[0].first, progress});
  Page page = PageOf(state);
  EXPECT_NE(TextBelow(*Find(page, "why-part")).find("1 MB of 20 MB"), std::string::npos);
  progress.readings_done = 12;
  progress.readings_in_all = 60;
  TakeReply(state, {asked[0].first, progress});
  page = PageOf(state);
  EXPECT_NE(TextBelow(*Find(page, "why-part")).find("12 of 60"), std::string::npos);
  EXPECT_FLOAT_EQ(Find(page, "why-bar")->value, .2f);
  const PageNode* row = Find(page, "unfolded");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->key, "9");
  EXPECT_EQ(FaultOf(page), "");
}

TEST(Why, SentencesComeFirstThenWordsByFormAndInWords) {
  IdeasState state = Reading();
  Apply(state, "why-nearest", "9");
  const RequestId id = state.why.request;
  WhyReply sketch = MadeUpWhy();
  sketch.is_whole = false;
  sketch.a.words.clear();
  sketch.b.words.clear();
  sketch.pairs.clear();
  EXPECT_TRUE(TakeReply(state, {id, sketch}).empty());
  EXPECT_EQ(state.why.request, id) << "the words are still to come";
  EXPECT_EQ(Find(PageOf(state), "why-legend"), nullptr);
  EXPECT_EQ(Find(PageOf(state), "plus"), nullptr);
  const auto said = Only<SayEffect>(TakeReply(state, {id, MadeUpWhy()}));
  ASSERT_EQ(said.size(), 1u);
  EXPECT_EQ(state.why.request, 0u);
  const Page page = PageOf(state);
  EXPECT_EQ(Find(page, "plus-3")->text, "Coffee");
  EXPECT_EQ(Find(page, "minus-2")->text, "dark");
  const std::string text = TextBelow(*Find(page, "why-part"));
  // The row's own number, then what is left: neighbour 9 is the second, 0.85 close.
  EXPECT_NE(text.find("0.40 close, instead of 0.85"), std::string::npos) << text;
  EXPECT_NE(text.find("Coffee +0.20, dark −0.10"), std::string::npos) << "the marks, in words";
  EXPECT_EQ(text.find("is +0.00"), std::string::npos);
  EXPECT_NE(text.find("Coffee with Drink|+0.12"), std::string::npos);
  EXPECT_EQ(text.find("dark with Drink"), std::string::npos) << "two decimals would be nothing";
  EXPECT_NE(text.find("0.50 close"), std::string::npos);
  EXPECT_NE(text.find("add up to 0.30; 0.20 is left unexplained"), std::string::npos);
  EXPECT_NE(text.find(words::kWhyLimits), std::string::npos) << "what it does not say";
  EXPECT_EQ(FaultOf(page), "");
}

TEST(Why, SumsAreHonestWhicheverWayTheyMiss) {
  IdeasState state = Reading();
  Apply(state, "why-nearest", "9");
  WhyReply over = MadeUpWhy();
  over.sum_of_pairs = .624f;
  over.without = .845f;
  TakeReply(state, {state.why.request, over});
  std::string text = TextBelow(*Find(PageOf(state), "why-part"));
  EXPECT_NE(text.find("add up to 0.62, which is 0.12 too much"), std::string::npos) << text;
  EXPECT_NE(text.find("No two sentences do it alone"), std::string::npos) << "0.85 becomes 0.85";
  state.why.reply->sum_of_pairs = -.11f;
  text = TextBelow(*Find(PageOf(state), "why-part"));
  EXPECT_NE(text.find("add up to −0.11; 0.61 is left unexplained"), std::string::npos) << text;
}

TEST(Why, AskingAgainClosesAndAnotherRowTakesItsPlace) {
  IdeasState state = Reading();
  Apply(state, "why-nearest", "9");
  const RequestId first = state.why.request;
  const Effects second = Apply(state, "why-nearest", "10");
  EXPECT_EQ(Only<CancelEngineEffect>(second).at(0).id, first);
  EXPECT_EQ(Asked<WhyRequest>(second).at(0).second.b, 10u);
  TakeReply(state, {first, MadeUpWhy()});
  EXPECT_FALSE(state.why.reply.has_value()) << "an answer to what is closed";
  const Effects closing = Apply(state, "why-nearest", "10");
  EXPECT_EQ(Only<CancelEngineEffect>(closing).size(), 1u);
  EXPECT_FALSE(state.why.is_open());
  EXPECT_EQ(Find(PageOf(state), "why-part"), nullptr);
}

TEST(Why, ItGoesWithItsRow) {
  IdeasState state = Reading();
  Apply(state, "why-nearest", "9");
  EXPECT_EQ(Only<CancelEngineEffect>(OpenArticle(state, 12)).size(), 1u) << "another article";
  EXPECT_FALSE(state.why.is_open());
  TakeReply(state, {state.pane.request, MadeUpArticle(12)});
  Apply(state, "why-stop", "1");
  EXPECT_TRUE(state.why.IsAt(WhyPlace::kStop, 7, 12));
  Apply(state, "drop-stop", "1");
  EXPECT_FALSE(state.why.is_open());
}

TEST(Why, AHopAndAStepAreAskedAboutTheSameWay) {
  IdeasState state = Reading();
  OpenArticle(state, 12);
  EXPECT_TRUE(Apply(state, "why-stop", "0").empty()) << "nothing leads to the first stop";
  EXPECT_EQ(Asked<WhyRequest>(Apply(state, "why-stop", "1")).at(0).second.a, 7u);
  EXPECT_NE(Find(PageOf(state), "unfolded"), nullptr);
  Apply(state, "walk-open", "");
  EXPECT_FALSE(state.why.is_open()) << "the journey's list is not to be seen";
  state.walk.from.item = 3;
  state.walk.to.item = 5;
  state.walk.found[0].walk = Walk{{3, 4, 5}, {220, 200}, 1, 2, 2};
  const auto asked = Asked<WhyRequest>(Apply(state, "why-step", "1"));
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(asked[0].second.a, 4u);
  EXPECT_EQ(asked[0].second.b, 5u);
  EXPECT_NE(Find(PageOf(state), "unfolded"), nullptr);
  EXPECT_TRUE(Apply(state, "why-step", "2").empty());
  Apply(state, "walk-close", "");
  EXPECT_FALSE(state.why.is_open());
}

TEST(Why, WhereBytesAreFewItIsAskedBeforeTheModelIsFetched) {
  IdeasState state = Reading();
  state.asks_first = true;
  EXPECT_TRUE(Asked<WhyRequest>(Apply(state, "why-nearest", "9")).empty());
  const Page page = PageOf(state);
  EXPECT_NE(TextBelow(*Find(page, "why-part")).find("model"), std::string::npos);
  EXPECT_EQ(Asked<WhyRequest>(Apply(state, "why-fetch", "")).size(), 1u);
  Apply(state, "why-close", "");
  EXPECT_EQ(Asked<WhyRequest>(Apply(state, "why-nearest", "10")).size(), 1u) << "agreed already";
}

TEST(Why, AnErrorIsASentenceAndCanBeTriedAgain) {
  IdeasState state = Reading();
  Apply(state, "why-nearest", "9");
  const Error error{ErrorCode::kUnavailable, "The network is gone."};
  EXPECT_EQ(Only<SayEffect>(TakeReply(state, {state.why.request, error})).at(0).text,
            "The network is gone.");
  EXPECT_NE(TextBelow(*Find(PageOf(state), "why-part")).find("network"), std::string::npos);
  EXPECT_EQ(Asked<WhyRequest>(Apply(state, "why-again", "")).size(), 1u);
  EXPECT_EQ(state.why.error, "");
}

}  // namespace
}  // namespace meander
