// How a typed text came to its place: the same whatever the typing was like, and never in the way
// of the answer itself.
#include "ideas/text_trail.h"

#include <gtest/gtest.h>

#include "canvas/words.h"
#include "ideas/page.h"
#include "ideas/scene.h"
#include "ideas/state_search.h"
#include "ideas/trail_marks.h"
#include "small_map.h"

namespace meander {
namespace {

MeaningReply Near(std::vector<Neighbor> neighbors) {
  MeaningReply reply;
  reply.neighbors = std::move(neighbors);
  return reply;
}

// Types `text` and answers everything: after w words it is near item w − 1.
void TypeAndAnswer(IdeasState& state, const std::string& text) {
  Effects effects = Apply(state, "search", text);
  for (;;) {
    const auto asked = Asked<MeaningRequest>(effects);
    if (asked.empty()) return;
    ASSERT_EQ(asked.size(), 1u);
    const std::string& part = asked[0].second.text;
    const auto words = static_cast<uint32_t>(TrailEnds(part + " x").size());
    effects = TakeReply(state, {asked[0].first, Near({{words - 1, 0.8f}})});
  }
}

IdeasState Searching() {
  IdeasState state = EmptyState();
  Apply(state, "search-mode", "meaning");
  return state;
}

std::vector<std::string> WordsOf(const IdeasState& state) {
  std::vector<std::string> words;
  for (const TrailPlace& place : TrailPlaces(state)) words.push_back(place.word);
  return words;
}

TEST(TextTrail, LooksAfterEveryWordButTheLast) {
  EXPECT_EQ(TrailEnds("a drink  made of beans"), (std::vector<size_t>{1, 7, 13, 16}));
  EXPECT_EQ(TrailEnds("beans"), std::vector<size_t>{});
  EXPECT_EQ(TrailEnds("beans "), std::vector<size_t>{});
  EXPECT_EQ(TrailEnds(" "), std::vector<size_t>{});
  EXPECT_EQ(TrailEnds(""), std::vector<size_t>{});
  std::string longer;
  for (int i = 0; i < 200; ++i) longer += "word ";
  EXPECT_LE(TrailEnds(longer).size(), kMostTrailSteps);
  EXPECT_GE(TrailEnds(longer).size(), kMostTrailSteps / 2);
}

TEST(TextTrail, TheWholeTextIsAnsweredFirstThenItsBeginningsInTurn) {
  IdeasState state = Searching();
  const auto whole = Asked<MeaningRequest>(Apply(state, "search", "warm drink beans"));
  ASSERT_EQ(whole.size(), 1u);
  EXPECT_EQ(whole[0].second.text, "warm drink beans");
  const auto first = Asked<MeaningRequest>(TakeReply(state, {whole[0].first, Near({{2, 0.8f}})}));
  ASSERT_EQ(first.size(), 1u);
  EXPECT_EQ(first[0].second.text, "warm");
  const auto second = Asked<MeaningRequest>(TakeReply(state, {first[0].first, Near({{0, 0.8f}})}));
  ASSERT_EQ(second.size(), 1u);
  EXPECT_EQ(second[0].second.text, "warm drink");
  const Effects last = TakeReply(state, {second[0].first, Near({{1, 0.8f}})});
  EXPECT_TRUE(Asked<MeaningRequest>(last).empty());
  EXPECT_EQ(Only<FlyToEffect>(last).size(), 1u);
  const std::vector<TrailPlace> places = TrailPlaces(state);
  ASSERT_EQ(places.size(), 3u);
  for (uint32_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(Distance(places[i].at, state.map.PlaceOf(i)), 0, 1e-5) << i;
  }
  EXPECT_EQ(WordsOf(state), (std::vector<std::string>{"warm", "drink", "beans"}));
}

TEST(TextTrail, DependsOnTheTextAloneNotOnHowItWasTyped) {
  IdeasState slowly = Searching(), pasted = Searching(), corrected = Searching();
  const std::string text = "warm drink of beans";
  for (size_t end = 1; end <= text.size(); ++end) TypeAndAnswer(slowly, text.substr(0, end));
  TypeAndAnswer(pasted, text);
  TypeAndAnswer(corrected, "warm milk of cows and more");
  TypeAndAnswer(corrected, text);
  const std::vector<TrailPlace> expected = TrailPlaces(pasted);
  ASSERT_EQ(expected.size(), 4u);
  for (const IdeasState* state : {&slowly, &corrected}) {
    const std::vector<TrailPlace> places = TrailPlaces(*state);
    ASSERT_EQ(places.size(), expected.size());
    for (size_t i = 0; i < places.size(); ++i) {
      EXPECT_EQ(places[i].word, expected[i].word);
      EXPECT_EQ(places[i].at, expected[i].at);
    }
  }
}

TEST(TextTrail, TypingOnKeepsTheBeginningAndAsksOnlyForWhatIsNew) {
  IdeasState state = Searching();
  TypeAndAnswer(state, "warm drink");
  const auto asked = Asked<MeaningRequest>(Apply(state, "search", "warm drink of"));
  // Until the answer comes, the known part stays drawn.
  EXPECT_EQ(WordsOf(state), std::vector<std::string>{"warm"});
  const auto more = Asked<MeaningRequest>(TakeReply(state, {asked.at(0).first, Near({{5, 0.8f}})}));
  ASSERT_EQ(more.size(), 1u);
  EXPECT_EQ(more[0].second.text, "warm drink");
}

TEST(TextTrail, AChangedWordIsForgottenAndItsQuestionCancelled) {
  IdeasState state = Searching();
  const auto whole = Asked<MeaningRequest>(Apply(state, "search", "warm drink beans"));
  const auto first = Asked<MeaningRequest>(TakeReply(state, {whole[0].first, Near({{2, 0.8f}})}));
  const Effects changed = Apply(state, "search", "warn drink beans");
  bool cancelled = false;
  for (const CancelEngineEffect& one : Only<CancelEngineEffect>(changed)) {
    cancelled |= one.id == first.at(0).first;
  }
  EXPECT_TRUE(cancelled);
  EXPECT_TRUE(TakeReply(state, {first[0].first, Near({{0, 0.8f}})}).empty());
  EXPECT_TRUE(TrailPlaces(state).empty());
}

TEST(TextTrail, AFailedOrStrayBeginningLeavesTheAnswerAlone) {
  IdeasState state = Searching();
  const auto whole = Asked<MeaningRequest>(Apply(state, "search", "warm drink beans"));
  const auto first = Asked<MeaningRequest>(TakeReply(state, {whole[0].first, Near({{2, 0.8f}})}));
  TakeReply(state, {first.at(0).first, Error{ErrorCode::kUnavailable, "It did not come."}});
  EXPECT_EQ(state.search.error, "");
  EXPECT_EQ(WordsOf(state), std::vector<std::string>{"beans"});
  IdeasState stray = Searching();
  const auto asked = Asked<MeaningRequest>(Apply(stray, "search", "warm beans"));
  const auto next = Asked<MeaningRequest>(TakeReply(stray, {asked[0].first, Near({{2, 0.8f}})}));
  TakeReply(stray, {next.at(0).first, Near({{kSmallItems + 5, 0.8f}})});
  EXPECT_EQ(WordsOf(stray), std::vector<std::string>{"beans"});
}

TEST(TextTrail, ClosingOrSearchingByTitleLeavesNothing) {
  for (const bool closes : {true, false}) {
    IdeasState state = Searching();
    TypeAndAnswer(state, "warm drink beans");
    ASSERT_EQ(TrailPlaces(state).size(), 3u);
    closes ? Apply(state, "search-close", "") : Apply(state, "search-mode", "title");
    EXPECT_TRUE(TrailPlaces(state).empty());
    EXPECT_TRUE(state.search.trail.steps.empty());
  }
}

TEST(TextTrail, IsDrawnNamedAndTold) {
  IdeasState state = Searching();
  const View view = WholeView(state.map);
  const size_t before = MarksOf(state, view).strokes.size();
  TypeAndAnswer(state, "warm drink beans");
  const Scene scene = MarksOf(state, view);
  ASSERT_EQ(scene.strokes.size(), before + 2);
  EXPECT_EQ(scene.strokes[before].from, state.map.PlaceOf(0));
  EXPECT_EQ(scene.strokes[before + 1].to, state.map.PlaceOf(2));
  std::vector<Rect> boxes;
  const std::vector<LabelMark> names = StopNames(state, view, boxes);
  ASSERT_GE(names.size(), 3u);
  EXPECT_EQ(names[0].text, words::kSearchHere);
  EXPECT_EQ(names[1].text, "drink");
  EXPECT_EQ(names[2].text, "warm");
  EXPECT_NE(PageText(IdeasPage(state, view)).find("Word by word it went past Coffee, Drink."),
            std::string::npos);
}

TEST(TextTrail, WordsThatLeaveItWhereItIsShareOnePlace) {
  IdeasState state = Searching();
  const View view = WholeView(state.map);
  Effects effects = Apply(state, "search", "a very warm drink");
  for (auto asked = Asked<MeaningRequest>(effects); !asked.empty();
       asked = Asked<MeaningRequest>(effects)) {
    const bool is_whole = asked[0].second.text == "a very warm drink";
    effects = TakeReply(state, {asked[0].first, Near({{is_whole ? 9u : 3u, 0.8f}})});
  }
  const std::vector<TrailGroup> groups = TrailGroups(state, view);
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].words, "a very warm");
  EXPECT_TRUE(groups[1].is_last);
}

}  // namespace
}  // namespace meander
