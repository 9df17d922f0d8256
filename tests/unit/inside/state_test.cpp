// What is asked when, and what answers do.
#include "inside/state.h"
#include "inside/numbers.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "canvas/words.h"
#include "inside/keys.h"
#include "inside/link.h"
#include "inside/page_parts.h"
#include "inside/sentences.h"
#include "made_up_engine.h"

namespace meander {
namespace {

// The one question among them may be answered only by what came with the site.
bool OnlyIfHere(const Effects& effects) {
  bool is_so = false;
  for (const Effect& effect : effects) {
    if (const auto* ask = std::get_if<AskEngineEffect>(&effect)) is_so = ask->only_if_here;
  }
  return is_so;
}

bool Cancels(const Effects& effects) {
  return std::ranges::any_of(effects, [](const Effect& effect) {
    return std::holds_alternative<CancelEngineEffect>(effect);
  });
}

TEST(InsideState, TheFirstVisitAsksForEveryView) {
  InsideState state;
  const int asked = AnswerAll(state, StartInside(state, {}, ""));
  EXPECT_TRUE(HasAll(state));
  EXPECT_GE(asked, kLastLayer + 1 + 2 + 1 + 4 + 2) << "layers, grids, groups, ways, ghosts";
  for (int layer = 0; layer <= kLastLayer; ++layer) {
    EXPECT_NE(KnownOf(state, PairWish(state, layer, false)), nullptr) << layer;
  }
}

TEST(InsideState, OneQuestionAtATimeAndTheViewsOwnFirst) {
  InsideState state = Opened();
  Apply(state, "type-a", "Somebody left");
  bool more = false;
  Effects effects = LetTimePass(state, 10, more);
  auto asked = AskedIn(effects);
  ASSERT_EQ(asked.size(), 1u);
  const auto* pair = std::get_if<InsidePairQuestion>(&asked[0]);
  ASSERT_NE(pair, nullptr);
  EXPECT_EQ(pair->a, "Somebody left");
  EXPECT_EQ(pair->layer, state.look.layer);
  EXPECT_EQ(pair->method, InsidePairMethod::kIntegrated);
  // Another view does not wait for what this one asked.
  effects = Apply(state, "tab", "groups");
  EXPECT_TRUE(Cancels(effects));
  asked = AskedIn(effects);
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_TRUE(std::holds_alternative<InsideGroupQuestion>(asked[0]));
}

TEST(InsideState, TheLastLayerIsExact) {
  InsideState state = Opened();
  Apply(state, "layer", "6");
  const InsideQuestion question = PairWish(state, 6, false);
  EXPECT_EQ(std::get<InsidePairQuestion>(question).method, InsidePairMethod::kExact);
  Apply(state, "choose", "way:leaving-out");
  EXPECT_EQ(std::get<InsidePairQuestion>(PairWish(state, 3, false)).method,
            InsidePairMethod::kOcclusion);
}

TEST(InsideState, TypingWaitsForARestAndAnEmptyFieldAsksNothing) {
  InsideState state = Opened();
  state.now_s = 5;
  EXPECT_TRUE(AskedIn(Apply(state, "type-a", "S")).empty());
  bool more = false;
  EXPECT_TRUE(AskedIn(LetTimePass(state, 5.1, more)).empty());
  EXPECT_TRUE(more);
  EXPECT_EQ(AskedIn(LetTimePass(state, 5.4, more)).size(), 1u);
  Apply(state, "type-a", "   ");
  EXPECT_TRUE(AskedIn(LetTimePass(state, 6, more)).empty());
  EXPECT_EQ(ProblemOf(state), words::kInsideEmpty);
  EXPECT_EQ(SentenceOfView(state), words::kInsideEmpty);
}

TEST(InsideState, BrokenAndEndlessTextIsMendedAtTheDoor) {
  InsideState state = Opened();
  Apply(state, "type-a",
        "a\xFF"
        "b\n\tc");
  EXPECT_EQ(state.a,
            "a\xEF\xBF\xBD"
            "b  c");
  Apply(state, "type-a", std::string(100000, 'x'));
  EXPECT_EQ(state.a.size(), kMostTextBytes);
  EXPECT_TRUE(ReadInsideLink(WriteInsideLink({state.a, state.b, state.look, {}})));
}

TEST(InsideState, NewsOnTheWayIsNotTheAnswer) {
  InsideState state = Opened();
  Apply(state, "type-a", "Somebody left");
  bool more = false;
  LetTimePass(state, 10, more);
  const RequestId asked = state.request;
  ASSERT_NE(asked, 0u);
  TakeReply(state, {asked, ProgressReply{}});
  EXPECT_EQ(state.request, asked);
  const InsideQuestion question = PairWish(state, state.look.layer, false);
  TakeReply(state, {asked, RoomReply{WriteInsideAnswer(MadeUp(question)), false}});
  EXPECT_EQ(state.request, asked) << "a sketch is shown, the better one still comes";
  EXPECT_NE(AnswerTo<InsidePairAnswer>(state, question), nullptr);
  EXPECT_FALSE(HasAll(state));
  TakeReply(state, {asked + 999, RoomReply{{}, true}});
  EXPECT_EQ(state.request, asked) << "somebody else's answer";
}

TEST(InsideState, AnErrorIsASentenceAndCanBeTriedAgain) {
  InsideState state = Opened();
  Apply(state, "type-a", "Somebody left");
  bool more = false;
  LetTimePass(state, 10, more);
  TakeReply(state, {state.request, Error{ErrorCode::kInvalidInput, "Too long by half."}});
  EXPECT_EQ(ProblemOf(state), "Too long by half.");
  EXPECT_EQ(SentenceOfView(state), "Too long by half.");
  const auto asked = AskedIn(Apply(state, "again", ""));
  EXPECT_FALSE(asked.empty());
  EXPECT_TRUE(ProblemOf(state).empty());
}

TEST(InsideState, AnAnswerOfAnotherShapeIsRefused) {
  InsideState state = Opened();
  Apply(state, "type-a", "Somebody left");
  bool more = false;
  LetTimePass(state, 10, more);
  InsideAnswer wrong = MadeUp(PairWish(state, 4, false));
  std::get<InsidePairAnswer>(wrong).matrix.pop_back();
  TakeReply(state, {state.request, RoomReply{WriteInsideAnswer(wrong), true}});
  EXPECT_EQ(ProblemOf(state), words::kErrorAnswer);
  EXPECT_FALSE(MatrixShown(state, false).has_value());
}

TEST(InsideState, WhereBytesCountTheReaderIsAskedFirst) {
  InsideState state = Opened();
  state.is_careful = true;
  Apply(state, "type-a", "Somebody left");
  bool more = false;
  // It may have come with the site; if not, the reader decides.
  EXPECT_TRUE(OnlyIfHere(LetTimePass(state, 10, more)));
  EXPECT_FALSE(state.asks_to_fetch);
  const Reply refused{state.request, Error{ErrorCode::kNeedsConsent, {}}};
  EXPECT_TRUE(AskedIn(TakeReply(state, refused)).empty());
  EXPECT_TRUE(state.asks_to_fetch);
  EXPECT_TRUE(AskedIn(LetTimePass(state, 11, more)).empty());
  const Effects fetched = Apply(state, "fetch", "");
  EXPECT_EQ(AskedIn(fetched).size(), 1u);
  EXPECT_FALSE(OnlyIfHere(fetched));
  EXPECT_FALSE(state.asks_to_fetch);
}

TEST(InsideState, WhatWasPinnedAmongWordsIsNoneOfThePieces) {
  InsideState state = Opened();
  state.pinned = {InsideTarget::Kind::kFirst, 2, 0};
  Apply(state, "choose", "layer:5");
  EXPECT_EQ(state.pinned.kind, InsideTarget::Kind::kFirst);
  Apply(state, "choose", "units:pieces");
  EXPECT_EQ(state.pinned.kind, InsideTarget::Kind::kNone);
}

TEST(InsideState, NothingIsSaidToBeWorkedOutWhereNothingIs) {
  InsideState state = Opened();
  Apply(state, "type-a", "Somebody left");
  bool more = false;
  LetTimePass(state, 10, more);
  EXPECT_NE(SentenceOfView(state).find(words::kInsideWaiting), std::string::npos);
  Apply(state, "stop", "");
  EXPECT_EQ(SentenceOfView(state).find(words::kInsideWaiting), std::string::npos);
}

TEST(InsideNumbers, ALongWordIsCutAndOneThatTurnsTheLineDoesNot) {
  EXPECT_EQ(Said("dog"), "dog");
  EXPECT_EQ(Said("a\u202Eb\u2066c"), "abc");
  std::string faces;
  for (int i = 0; i < 100; ++i) faces += "\U0001F600";
  const std::string said = Said(faces);
  EXPECT_EQ(said.size(), 60 + std::string("…").size());
  EXPECT_TRUE(said.ends_with("…"));
}

TEST(InsideState, StopIsStop) {
  InsideState state = Opened();
  Apply(state, "type-a", "Somebody left");
  bool more = false;
  LetTimePass(state, 10, more);
  EXPECT_TRUE(Cancels(Apply(state, "stop", "")));
  EXPECT_EQ(state.request, 0u);
  EXPECT_EQ(ProblemOf(state), words::kInsideStopped);
}

TEST(InsideState, DepthPlaysThroughWhatIsThereAndWaitsForWhatIsNot) {
  InsideState state = Opened();
  Apply(state, "layer", "0");
  Apply(state, "play", "");
  ASSERT_TRUE(state.is_playing);
  for (int frame = 0; frame < 400 && state.is_playing; ++frame) {
    state.now_s += 1. / 60;
    AdvanceDepth(state, false);
  }
  EXPECT_EQ(state.look.layer, kLastLayer);
  EXPECT_FALSE(state.is_playing);
  Apply(state, "type-b", "Nobody came");
  bool more = false;
  LetTimePass(state, state.now_s + 1, more);
  Apply(state, "layer", "0");
  Apply(state, "play", "");
  for (int frame = 0; frame < 100; ++frame) {
    state.now_s += 1. / 60;
    AdvanceDepth(state, false);
  }
  EXPECT_TRUE(state.is_playing);
  EXPECT_EQ(state.depth, 0) << "its matrix has not come";
}

TEST(InsideState, BetweenTwoLayersTheMatrixIsBetweenThem) {
  InsideState state = Opened();
  state.depth = 2;
  const float at_two = MatrixShown(state, false)->values[5];
  state.depth = 3;
  const float at_three = MatrixShown(state, false)->values[5];
  state.depth = 2.25f;
  EXPECT_NEAR(MatrixShown(state, false)->values[5], at_two + 0.25f * (at_three - at_two), 1e-6);
  EXPECT_NE(at_two, at_three);
}

TEST(InsideState, AStruckWordIsReadAnewAndComesBack) {
  InsideState state = Opened();
  AnswerAll(state, Apply(state, "tab", "why"));
  const std::string whole = state.a;
  AnswerAll(state, Apply(state, "strike", "2"));
  EXPECT_EQ(state.edited, "The chased a ball across the yard");
  EXPECT_TRUE(HasAll(state));
  EXPECT_FALSE(WhatIfSentence(state).empty());
  AnswerAll(state, Apply(state, "strike", "4"));
  EXPECT_EQ(state.edited, "The chased ball across the yard");
  EXPECT_NE(WhatIfSentence(state).find(words::kWhatIfTwo), std::string::npos);
  AnswerAll(state, Apply(state, "strike", "2"));
  AnswerAll(state, Apply(state, "strike", "4"));
  EXPECT_EQ(state.edited, "");
  EXPECT_EQ(state.a, whole);
  for (const char* bad : {"0", "99", "-1", "", "x"})
    EXPECT_TRUE(Apply(state, "strike", bad).empty());
  Apply(state, "type-c", "");
  EXPECT_EQ(ProblemOf(state), words::kWhyNeedsSecond);
}

TEST(InsideState, TwoRowsNeverShowTheSameWay) {
  InsideState state = Opened();
  Apply(state, "choose", "method0:shapley");
  EXPECT_EQ(state.look.methods[0], InsideWordMethod::kShapley);
  EXPECT_EQ(state.look.methods[2], InsideWordMethod::kOcclusion);
  Apply(state, "choose", "method3:ig");
  EXPECT_EQ(state.look.methods[3], InsideWordMethod::kIntegrated);
  for (const char* bad : {"method9:lime", "method:lime", "method0:", "method0:x", "", ":", "lead:9",
                          "layer:99", "atom:x"}) {
    const InsideLook before = state.look;
    Apply(state, "choose", bad);
    EXPECT_TRUE(before == state.look) << bad;
  }
}

TEST(InsideState, ALinkOpensWhatItSays) {
  InsideState state = Opened();
  for (const auto& [action, argument] : {std::pair{"tab", "words"},
                                         {"choose", "of:second"},
                                         {"choose", "lead:2"},
                                         {"pin", "2 1 0"}}) {
    AnswerAll(state, Apply(state, action, argument));
  }
  const std::string link = WriteInsideLink({state.a, state.b, state.look, state.pinned});
  InsideState other;
  AnswerAll(other, StartInside(other, {}, link));
  EXPECT_TRUE(other.look == state.look);
  EXPECT_TRUE(other.pinned == state.pinned);
  EXPECT_EQ(SentenceOfView(other), SentenceOfView(state));
  EXPECT_TRUE(HasAll(other));
}

TEST(InsideState, KeysWalkWordsAndLayers) {
  InsideState state = Opened();
  ASSERT_TRUE(KeyPressed(state, "ArrowRight", false));
  EXPECT_EQ(state.pinned.kind, InsideTarget::Kind::kFirst);
  EXPECT_EQ(state.pinned.a, 1);
  for (int i = 0; i < 8; ++i) KeyPressed(state, "ArrowRight", false);
  EXPECT_EQ(state.pinned.kind, InsideTarget::Kind::kSecond);
  KeyPressed(state, "ArrowDown", false);
  EXPECT_EQ(state.look.layer, 5);
  KeyPressed(state, "PageUp", false);
  EXPECT_EQ(state.look.layer, 4);
  KeyPressed(state, "g", false);
  EXPECT_TRUE(state.look.ghost);
  KeyPressed(state, "]", false);
  EXPECT_EQ(state.look.view, InsideView::kWords);
  KeyPressed(state, "ArrowDown", false);
  EXPECT_EQ(state.look.leader, 1);
  KeyPressed(state, "7", false);
  EXPECT_EQ(state.look.groups, 7);
  EXPECT_TRUE(KeyPressed(state, "Escape", false));
  EXPECT_EQ(state.pinned.kind, InsideTarget::Kind::kNone);
  EXPECT_FALSE(KeyPressed(state, "Escape", false)) << "the second one leaves the stage";
  EXPECT_FALSE(KeyPressed(state, "q", false));
}

TEST(InsideState, TrustIsWhatTheAnswersSay) {
  InsideState state = Opened();
  const auto* answer = AnswerTo<InsidePairAnswer>(state, PairWish(state, 4, false));
  ASSERT_NE(answer, nullptr);
  EXPECT_NEAR(TrustOf(state).gap, answer->cosine - answer->sum, 1e-6);
  Apply(state, "tab", "words");
  EXPECT_FLOAT_EQ(TrustOf(state).r2, 0.9f);
  EXPECT_TRUE(TrustOf(state).has_seed);
  Apply(state, "tab", "groups");
  EXPECT_FLOAT_EQ(TrustOf(state).left_out, 0.2f);
  EXPECT_FLOAT_EQ(TrustOf(state).cut_off, 0.3f);
  EXPECT_EQ(TrustOf(state).seeds, SeedsThatAgree((1 + 0.5f + 1.f / 3 + 0.25f) / 4));
}

TEST(InsideState, NoStateAtAllIsWhatAFirstVisitSees) {
  InsideState state;
  InsideLink link;
  link.a = "One thing.";
  link.b = "Another.";
  link.look.view = InsideView::kGrid;
  StartInside(state, {}, WriteInsideLink(link));
  ASSERT_FALSE(state.is_example);
  TakeLink(state, "");
  EXPECT_TRUE(state.is_example);
  EXPECT_EQ(state.a, InsidePresets()[0].a);
  EXPECT_EQ(state.c, InsidePresets()[0].c);
  EXPECT_EQ(state.look, InsideLook{});
}

TEST(InsideState, ALinkToTheExamplesBridgeIsStillTheExample) {
  InsideState state = Opened();
  const auto follow = [&](auto change) {
    InsideLink link{state.a, state.b, {}, {InsideTarget::Kind::kPair, 2, 3}, state.c};
    change(link);
    InsideState other;
    other.is_careful = true;  // in somebody's page
    const Effects effects = StartInside(other, {}, WriteInsideLink(link));
    EXPECT_TRUE(OnlyIfHere(effects));  // nothing is fetched for any of them unasked
    return other.is_example;
  };
  EXPECT_TRUE(follow([](InsideLink& link) { link.look.layer = 6; }));
  EXPECT_FALSE(follow([](InsideLink& link) { link.b += "!"; }));
  EXPECT_FALSE(follow([](InsideLink& link) { link.look.ghost = true; }));
  EXPECT_FALSE(follow([](InsideLink& link) { link.edited = "A cat."; }));
}

}  // namespace
}  // namespace meander
