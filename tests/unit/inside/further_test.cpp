// What a view shows beside its own answers: the map of ideas, a group taken out, a neuron's card,
// and what another program makes of the same sentence.
#include <gtest/gtest.h>

#include <algorithm>

#include "canvas/article_link.h"
#include "canvas/fill.h"
#include "inside/idea_places.h"
#include "inside/keys.h"
#include "inside/link.h"
#include "inside/page_parts.h"
#include "inside/sentences.h"
#include "made_up_engine.h"

namespace meander {
namespace {

TEST(InsideFurther, TheMapIsFetchedWhenAViewFirstShowsIt) {
  InsideState state;
  AnswerAll(state, StartInside(state, HeadWithMap(), ""));
  const auto fetches = [](const Effects& effects) {
    return std::ranges::count_if(effects, [](const Effect& effect) {
      const auto* fetch = std::get_if<FetchEffect>(&effect);
      return fetch != nullptr && fetch->section == kIdeaMapSection;
    });
  };
  EXPECT_FALSE(state.map_asked);
  const Effects effects = Apply(state, "tab", "what-if");
  EXPECT_EQ(fetches(effects), 1);
  AnswerAll(state, effects);
  EXPECT_EQ(fetches(Apply(state, "tab", "grid")), 0);
  const std::vector<uint8_t> bytes = SmallIdeaMap();
  TakeMap(state, {"another.bin"}, ByteSpan(bytes));
  EXPECT_FALSE(state.map);
  TakeMap(state, {"idea_map-0.bin"}, Fail(ErrorCode::kUnavailable, "Offline."));
  EXPECT_FALSE(state.map);
  TakeMap(state, {"idea_map-0.bin"}, ByteSpan(bytes).first(9));  // damaged: left out
  EXPECT_FALSE(state.map);
  TakeMap(state, {"idea_map-0.bin"}, ByteSpan(bytes));
  ASSERT_TRUE(state.map);
  EXPECT_EQ(state.map->articles.count(), 2000u);
}

TEST(InsideFurther, WhereASentenceLiesIsSaidAndLeadsToIdeas) {
  InsideState state = Opened();
  AnswerAll(state, Apply(state, "tab", "what-if"));
  EXPECT_EQ(MoveSentence(state), "near Coffee");
  AnswerAll(state, Apply(state, "strike", "2"));
  EXPECT_EQ(MoveSentence(state), "From near Tea to near Coffee.");
  const Effects effects = Apply(state, "to-ideas", "");
  ASSERT_EQ(effects.size(), 1u);
  EXPECT_EQ(std::get<NavigateEffect>(effects[0]).href, ArticleAddress("Coffee"));
}

TEST(InsideFurther, AGroupIsHiddenAndComesBack) {
  InsideState state = Opened();
  AnswerAll(state, Apply(state, "tab", "groups"));
  EXPECT_FALSE(HiddenGroup(state));
  AnswerAll(state, *KeyPressed(state, "h", false));
  ASSERT_TRUE(HiddenGroup(state)) << "the strongest, as none was chosen";
  const auto* groups = AnswerTo<InsideGroupAnswer>(state, GroupWish(state));
  EXPECT_NE(HiddenSentence(state).find(TwoDecimals(groups->without[*HiddenGroup(state)])),
            std::string::npos);
  const auto link = ReadInsideLink(WriteInsideLink({state.a, state.b, state.look, state.pinned}));
  ASSERT_TRUE(link);
  EXPECT_TRUE(link->look.hides);
  AnswerAll(state, Apply(state, "hide", ""));
  EXPECT_FALSE(HiddenGroup(state));
  AnswerAll(state, Apply(state, "hide", ""));
  AnswerAll(state, Apply(state, "pin", TargetText({InsideTarget::Kind::kGroup, 1, 0})));
  EXPECT_FALSE(HiddenGroup(state)) << "another group is there again";
}

TEST(InsideFurther, ANeuronHasACardWithALinkOfItsOwn) {
  InsideState state = Opened();
  AnswerAll(state, Apply(state, "tab", "dictionary"));
  const Effects effects = PinTarget(state, {InsideTarget::Kind::kNeuron, 9, 2});
  EXPECT_TRUE(std::ranges::any_of(AskedIn(effects), [](const InsideQuestion& question) {
    const auto* neuron = std::get_if<InsideNeuronQuestion>(&question);
    return neuron != nullptr && neuron->layer == 2 && neuron->channel == 9;
  }));
  AnswerAll(state, effects);
  EXPECT_NE(AnswerTo<InsideNeuronAnswer>(state, CardWish(state)), nullptr);
  const auto link = ReadInsideLink(WriteInsideLink({state.a, state.b, state.look, state.pinned}));
  ASSERT_TRUE(link);
  EXPECT_TRUE(link->look == state.look);
  for (const char* wrong : {"0 5", "7 5", "2 1536", "2", "x y", "2 -1"}) {
    Apply(state, "neuron", wrong);
    EXPECT_EQ(state.look.card_layer, 0) << wrong;
  }
}

TEST(InsideFurther, AnotherProgramIsAskedOnlyWhenWantedAndItsNumbersAreCompared) {
  InsideState state = Opened();
  const auto wish = [](const Effects& effects) {
    for (const Effect& effect : effects) {
      if (const auto* fetch = std::get_if<FetchFileEffect>(&effect)) return fetch->address;
    }
    return std::string();
  };
  EXPECT_EQ(wish(Apply(state, "trust", "")), "onnx:about");
  TakeCheckFile(state, "onnx:about", Fail(ErrorCode::kNotFound, "None."));
  EXPECT_EQ(state.check.stage, InsideCheck::Stage::kAbsent);
  EXPECT_TRUE(Apply(state, "check", "").empty());

  state.check = {};
  const std::string megabytes = "25";
  TakeCheckFile(state, "onnx:about", AsBytes(megabytes));
  EXPECT_EQ(state.check.size_mb, "25");
  // The engine is asked for the pieces, then the other program, then the engine again.
  Effects effects = Apply(state, "check", "");
  EXPECT_TRUE(Apply(state, "check", "").empty()) << "once is enough";
  const auto answered = [&](const Effects& asked) {
    const auto& ask = std::get<AskEngineEffect>(asked.at(0));
    const auto question = ReadInsideQuestion(std::get<RoomRequest>(ask.request.body).question);
    return TakeReply(state,
                     {ask.request.id, RoomReply{WriteInsideAnswer(MadeUp(*question)), true}});
  };
  effects = answered(effects);
  EXPECT_TRUE(wish(effects).ends_with(";101,7,102")) << wish(effects);
  const std::vector<uint8_t> states(7 * 3 * 384 * 4);
  effects = TakeCheckFile(state, wish(effects), ByteSpan(states));
  answered(effects);
  EXPECT_EQ(state.check.stage, InsideCheck::Stage::kDone);
  EXPECT_NE(CheckSentence(state).find("0.000020 (layer 2)"), std::string::npos)
      << CheckSentence(state);
  // Stopped midway, and failed.
  answered(Apply(state, "check", ""));
  EXPECT_EQ(wish(Apply(state, "check-stop", "")), "onnx:stop");
  answered(Apply(state, "check", ""));
  TakeCheckFile(state, "onnx:run;x", Fail(ErrorCode::kUnavailable, "It did not arrive."));
  EXPECT_EQ(state.check.problem, "It did not arrive.");
  EXPECT_FALSE(state.check.is_under_way());
}

}  // namespace
}  // namespace meander
