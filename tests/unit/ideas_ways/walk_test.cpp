// Looking for a walk: what is asked of the engine and when, what an answer shows, and what taking
// it along does to the journey.
#include "ideas/walk.h"

#include <gtest/gtest.h>

#include "ideas/page.h"
#include "small_map.h"

namespace meander {
namespace {

class WalkBetweenIdeas : public testing::Test {
 protected:
  void SetUp() override { state_ = EmptyState(); }
  Effects Act(std::string_view action, std::string_view argument = {}) {
    return Apply(state_, action, argument);
  }
  // From Coffee (0) to Black hole (4), chosen by typing.
  std::vector<AskEngineEffect> AskPair() {
    Act("walk-open");
    Act("walk-from", "coff");
    Act("walk-first");
    Act("walk-to", "black hole");
    return Only<AskEngineEffect>(Act("walk-first"));
  }
  Effects Answer(const AskEngineEffect& asked, Walk walk) {
    return TakeReply(state_, {asked.request.id, WalkReply{std::move(walk)}});
  }
  std::string Text() const {
    View view;
    view.viewport = {860, 744, 1};
    view.page_width_px = 1280;
    view.page_height_px = 800;
    return PageText(IdeasPage(state_, view));
  }

  const Walk by_meaning_{{0, 1, 2, 3, 4}, {138, 143, 138, 122}, 3, 4, 9};
  IdeasState state_;
};

TEST_F(WalkBetweenIdeas, AsksBothWaysOncePairIsWhole) {
  Act("walk-open");
  EXPECT_TRUE(Only<AskEngineEffect>(Act("walk-from", "coff")).empty());
  EXPECT_EQ(state_.walk.completions.front(), 0u);
  EXPECT_TRUE(Only<AskEngineEffect>(Act("walk-first")).empty()) << "one end is not a pair";
  EXPECT_EQ(state_.walk.from.text, "Coffee");
  Act("walk-to", "black");
  const auto asked = Only<AskEngineEffect>(Act("walk-choose", "4"));
  ASSERT_EQ(asked.size(), 2u);
  const auto& first = std::get<WalkRequest>(asked[0].request.body);
  EXPECT_EQ(first.question.from, 0u);
  EXPECT_EQ(first.question.to, 4u);
  EXPECT_FALSE(first.by_links);
  EXPECT_TRUE(std::get<WalkRequest>(asked[1].request.body).by_links);
}

TEST_F(WalkBetweenIdeas, ShowsEveryStepAndTheWeakest) {
  const auto asked = AskPair();
  const Effects effects = Answer(asked[0], by_meaning_);
  EXPECT_EQ(Only<FlyToEffect>(effects).size(), 1u) << "the camera frames the way";
  const std::string text = Text();
  EXPECT_NE(text.find("- 1Coffee"), std::string::npos) << text;
  EXPECT_NE(text.find("4 steps; the most scenic has 9"), std::string::npos);
  EXPECT_NE(text.find("the weakest step0.48"), std::string::npos) << text;
  EXPECT_EQ(Only<SayEffect>(effects)[0].text,
            "By meaning, 4 steps. 4, Matter to Black hole, closeness 0.48, the weakest step.");
}

TEST_F(WalkBetweenIdeas, DialViaAndAvoidAskAnewAndDropTheOldQuestion) {
  const auto asked = AskPair();
  Answer(asked[0], by_meaning_);
  const Effects turned = Act("walk-dial", "0.5");
  EXPECT_EQ(Only<CancelEngineEffect>(turned).size(), 1u) << "links had not answered yet";
  const auto again = Only<AskEngineEffect>(turned);
  ASSERT_EQ(again.size(), 2u);
  EXPECT_FLOAT_EQ(std::get<WalkRequest>(again[0].request.body).question.scenic, 0.5f);
  EXPECT_NE(ChosenWalk(state_), nullptr) << "the old line stays until the new one comes";
  EXPECT_TRUE(Act("walk-dial", "0.5").empty()) << "nothing has changed";
  EXPECT_TRUE(Act("walk-dial", "nan").empty());
  EXPECT_TRUE(Act("walk-dial", "").empty());
  const auto via = Only<AskEngineEffect>(Act("walk-via", "9"));
  EXPECT_EQ(std::get<WalkRequest>(via[0].request.body).question.via, std::vector<uint32_t>{9});
  const auto avoid = Only<AskEngineEffect>(Act("walk-avoid", "9"));
  EXPECT_TRUE(std::get<WalkRequest>(avoid[0].request.body).question.via.empty());
  EXPECT_EQ(std::get<WalkRequest>(avoid[0].request.body).question.avoid, std::vector<uint32_t>{9});
  const auto lifted = Only<AskEngineEffect>(Act("walk-lift", "9"));
  EXPECT_TRUE(std::get<WalkRequest>(lifted[0].request.body).question.avoid.empty());
  EXPECT_TRUE(Act("walk-avoid", "0").empty()) << "an end cannot be avoided";
  EXPECT_TRUE(Act("walk-avoid", "elephant").empty());
}

TEST_F(WalkBetweenIdeas, AStaleAnswerChangesNothing) {
  const auto asked = AskPair();
  Act("walk-dial", "1");
  EXPECT_TRUE(Answer(asked[0], by_meaning_).empty());
  EXPECT_EQ(ChosenWalk(state_), nullptr);
}

TEST_F(WalkBetweenIdeas, SaysWhereThereIsNoWay) {
  const auto asked = AskPair();
  Answer(asked[0], by_meaning_);
  TakeReply(state_, {asked[1].request.id, Error{ErrorCode::kNotFound, "No way."}});
  Act("walk-way", "links");
  EXPECT_NE(Text().find("No way from here to there by links. By meaning there is one."),
            std::string::npos);
  Act("walk-to", "coffee");
  Act("walk-choose", "0");
  EXPECT_NE(Text().find("These are the same place. Choose another end."), std::string::npos);
}

TEST_F(WalkBetweenIdeas, AnotherWayBarsTheMiddleAndComesBackToTheFirst) {
  const auto asked = AskPair();
  Answer(asked[0], by_meaning_);
  const auto other = Only<AskEngineEffect>(Act("walk-another"));
  EXPECT_EQ(std::get<WalkRequest>(other[0].request.body).question.avoid,
            (std::vector<uint32_t>{1, 2, 3}));
  // No other way is left: the first question is asked again by itself.
  const Effects back =
      TakeReply(state_, {other[0].request.id, Error{ErrorCode::kNotFound, "No way."}});
  const auto first = Only<AskEngineEffect>(back);
  ASSERT_EQ(first.size(), 2u);
  EXPECT_TRUE(std::get<WalkRequest>(first[0].request.body).question.avoid.empty());
}

TEST_F(WalkBetweenIdeas, TakenAlongItIsTheJourney) {
  const auto asked = AskPair();
  Answer(asked[0], by_meaning_);
  const Effects effects = Act("walk-take");
  ASSERT_EQ(state_.journey.stops.size(), 5u);
  for (uint32_t stop = 0; stop < 5; ++stop) {
    EXPECT_EQ(state_.journey.stops[stop].item, stop);
    EXPECT_EQ(state_.journey.stops[stop].parent, static_cast<int>(stop) - 1);
  }
  EXPECT_EQ(state_.journey.current, 4);
  EXPECT_FALSE(state_.walk.is_open);
  EXPECT_EQ(Only<SetLinkEffect>(effects).size(), 1u);
  EXPECT_TRUE(Only<SetLinkEffect>(effects)[0].new_entry) << "the browser's Back undoes it whole";
}

TEST_F(WalkBetweenIdeas, GoesOnFromWhereTheJourneyHasBeen) {
  for (const uint32_t item : {7u, 0u, 9u}) OpenArticle(state_, item);
  const auto asked = AskPair();
  Answer(asked[0], by_meaning_);
  Act("walk-take");
  EXPECT_EQ(state_.journey.stops.size(), 3u + 4u) << "a side trip from Coffee, nothing lost";
  EXPECT_EQ(state_.journey.stops[3].parent, 1);
}

TEST_F(WalkBetweenIdeas, TheReadersOwnWayIsOfferedWhereThereIsOne) {
  for (const uint32_t item : {0u, 1u, 4u}) OpenArticle(state_, item);
  state_.journey.stops[1].length = 0.4f;
  state_.journey.stops[2].length = 0.9f;
  state_.walk.is_open = true;
  state_.walk.from.item = 0;
  state_.walk.to.item = 4;
  const auto own = WalkOf(state_, Way::kOwn);
  ASSERT_TRUE(own.has_value());
  EXPECT_EQ(own->items, (std::vector<uint32_t>{0, 1, 4}));
  EXPECT_EQ(own->weakest, 1);
  state_.walk.to.item = 9;
  EXPECT_FALSE(WalkOf(state_, Way::kOwn).has_value());
}

TEST_F(WalkBetweenIdeas, AnAnswerAboutUnknownArticlesIsNotTaken) {
  const auto asked = AskPair();
  Answer(asked[0], {{0, 99999, 4}, {9, 9}, 0, 2, 2});
  EXPECT_EQ(ChosenWalk(state_), nullptr);
}

}  // namespace
}  // namespace meander
