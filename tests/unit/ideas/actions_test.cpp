// What each action of the Page does: with what it expects, with nothing, with rubbish.
#include <gtest/gtest.h>

#include "canvas/words.h"
#include "ideas/page.h"
#include "small_map.h"

namespace meander {
namespace {

using Items = std::vector<uint32_t>;

// 7 – 9 – 20, at its end, nothing read yet.
IdeasState Walking() {
  IdeasState state = EmptyState();
  for (const uint32_t item : {7u, 9u, 20u}) OpenArticle(state, item);
  return state;
}

TEST(Actions, NothingHappensBeforeTheMapIsThere) {
  IdeasState state;
  StartIdeas(state, MakeSmallPack().head, "");
  for (const char* action : {"open", "back", "search", "forget", "help", "list", "copy-link"}) {
    EXPECT_TRUE(Apply(state, action, "3").empty()) << action;
  }
  EXPECT_TRUE(state.journey.is_empty());
  EXPECT_EQ(state.dialog, Dialog::kNone);
  EXPECT_FALSE(state.shows_list);
}

TEST(Actions, UnknownNamesDoNothing) {
  IdeasState state = Walking();
  const Journey before = state.journey;
  for (const char* action : {"", "Open", "open ", "opens", "walk-", "kept-none", "replay-x"}) {
    EXPECT_TRUE(Apply(state, action, "3").empty()) << action;
  }
  EXPECT_EQ(state.journey, before);
}

TEST(Actions, OpenIsAStopAnArticleALinkAndAFlight) {
  IdeasState state = Walking();
  state.now_s = 12;
  const Effects effects = Apply(state, "open", "3");
  EXPECT_EQ(Line(state), (Items{7, 9, 20, 3}));
  EXPECT_EQ(Asked<ArticleRequest>(effects).at(0).second.item, 3u);
  ASSERT_EQ(Only<SetLinkEffect>(effects).size(), 1u);
  EXPECT_TRUE(Only<SetLinkEffect>(effects)[0].new_entry);
  const auto flights = Only<FlyToEffect>(effects);
  ASSERT_EQ(flights.size(), 1u);
  EXPECT_TRUE(flights[0].only_if_needed);
  // Both ends of the hop are in it.
  EXPECT_TRUE(flights[0].bounds_in_world.Contains(Map().PlaceOf(20)));
  EXPECT_TRUE(flights[0].bounds_in_world.Contains(Map().PlaceOf(3)));
  EXPECT_EQ(state.grow_from_s, 12);
}

TEST(Actions, OpenTakesOnlyTheNumberOfAnArticle) {
  for (const char* argument : {"", "30", "-1", "3x", " 3", "3 ", "+3", "0x3", "4294967296",
                               "99999999999999999999", "Coffee", "3\n", "٣"}) {
    IdeasState state = Walking();
    EXPECT_TRUE(Apply(state, "open", argument).empty()) << argument;
    EXPECT_EQ(Line(state), (Items{7, 9, 20})) << argument;
  }
  IdeasState state = Walking();
  Apply(state, "open", "29");
  EXPECT_EQ(state.journey.current_item(), 29u);
}

TEST(Actions, OpenKeepsAFullJourneyAndSaysSo) {
  IdeasState state = EmptyState();
  for (uint32_t i = 0; state.journey.stops.size() < kMaxStops; ++i) OpenArticle(state, i % 30);
  const Journey before = state.journey;
  const Effects effects = Apply(state, "open", "17");
  EXPECT_EQ(state.journey, before);
  EXPECT_EQ(state.notice, words::kJourneyFull);
  ASSERT_EQ(effects.size(), 1u);
  EXPECT_EQ(Only<SayEffect>(effects).at(0).text, words::kJourneyFull);
}

TEST(Actions, PointShowsWhereALinkLeadsAndLeavingReturns) {
  IdeasState state = Walking();
  const auto flights = Only<FlyToEffect>(Apply(state, "point", "3"));
  ASSERT_EQ(flights.size(), 1u);
  EXPECT_TRUE(flights[0].only_if_needed);
  EXPECT_TRUE(flights[0].bounds_in_world.Contains(Map().PlaceOf(20)));
  EXPECT_TRUE(flights[0].bounds_in_world.Contains(Map().PlaceOf(3)));
  EXPECT_EQ(state.pointed, 3u);
  EXPECT_TRUE(state.pointed_by_link);
  EXPECT_TRUE(Apply(state, "point", "3").empty());  // it stands there already
  // What is no article points nowhere new.
  for (const char* argument : {"30", "-1", "abc", "3x"}) {
    EXPECT_TRUE(Apply(state, "point", argument).empty()) << argument;
    EXPECT_EQ(state.pointed, 3u) << argument;
  }
  const Effects left = Apply(state, "point", "");
  EXPECT_EQ(Only<ReturnCameraEffect>(left).size(), 1u);
  EXPECT_EQ(state.pointed, kNoItem);
  EXPECT_FALSE(state.pointed_by_link);
  EXPECT_TRUE(Apply(state, "point", "").empty());
}

TEST(Actions, BackForwardAndGoMoveAlongTheJourney) {
  IdeasState state = Walking();
  const Effects back = Apply(state, "back", "");
  EXPECT_EQ(state.journey.current_item(), 9u);
  EXPECT_EQ(Asked<ArticleRequest>(back).at(0).second.item, 9u);
  EXPECT_FALSE(Only<SetLinkEffect>(back).at(0).new_entry);
  EXPECT_EQ(Only<FlyToEffect>(back).at(0).bounds_in_world.low, Map().PlaceOf(9));
  Apply(state, "back", "rubbish");
  EXPECT_EQ(state.journey.current_item(), 7u);
  EXPECT_TRUE(Apply(state, "back", "").empty());
  Apply(state, "forward", "");
  EXPECT_EQ(state.journey.current_item(), 9u);
  Apply(state, "go", "2");
  EXPECT_EQ(state.journey.current_item(), 20u);
  EXPECT_TRUE(Apply(state, "forward", "").empty());
  for (const char* argument : {"", "3", "-1", "1x", "4294967295", "99999999999"}) {
    EXPECT_TRUE(Apply(state, "go", argument).empty()) << argument;
    EXPECT_EQ(state.journey.current_item(), 20u) << argument;
  }
}

// On a map of three articles a journey can still be longer than three.
TEST(Actions, GoReachesEveryStopOnASmallMapToo) {
  IdeasState state = StateOf(MakePlainPack(3));
  for (const uint32_t item : {0u, 1u, 2u, 0u, 1u, 2u}) OpenArticle(state, item);
  ASSERT_EQ(state.journey.stops.size(), 6u);
  Apply(state, "go", "0");
  Apply(state, "go", "4");
  EXPECT_EQ(state.journey.current, 4);
  Apply(state, "drop-stop", "5");
  EXPECT_EQ(state.journey.stops.size(), 5u);
}

TEST(Actions, TheExampleIsNotGoneBackIn) {
  IdeasState state = StateOf(MakeSmallPack());
  EXPECT_TRUE(Apply(state, "back", "").empty());
  EXPECT_TRUE(state.is_example);
  EXPECT_TRUE(Apply(state, "drop-stop", "1").empty());
  EXPECT_TRUE(Apply(state, "name", "mine").empty());
  EXPECT_EQ(state.journey.stops.size(), 5u);
}

TEST(Actions, ForgetIsUndoneWithinEightSeconds) {
  IdeasState state = Walking();
  LetTimePass(state, 100);
  const Journey before = state.journey;
  const Effects forgot = Apply(state, "forget", "");
  EXPECT_TRUE(state.journey.is_empty());
  EXPECT_EQ(state.pane.item, kNoItem);
  EXPECT_EQ(Only<SayEffect>(forgot).at(0).text, words::kJourneyForgotten);
  EXPECT_TRUE(Only<SetLinkEffect>(forgot).at(0).new_entry);
  EXPECT_TRUE(Apply(state, "forget", "").empty());  // nothing is left to forget
  EXPECT_TRUE(LetTimePass(state, 107.9));
  IdeasState late = state;
  const Effects undone = Apply(state, "undo", "");
  EXPECT_EQ(state.journey, before);
  EXPECT_EQ(Asked<ArticleRequest>(undone).at(0).second.item, 20u);
  EXPECT_TRUE(Apply(state, "undo", "").empty());
  // Too late.
  EXPECT_FALSE(LetTimePass(late, 108));
  EXPECT_TRUE(Apply(late, "undo", "").empty());
  EXPECT_TRUE(late.journey.is_empty());
}

TEST(Actions, AStepAfterForgettingIsNotUndoneAway) {
  IdeasState state = Walking();
  Apply(state, "forget", "");
  Apply(state, "open", "3");
  EXPECT_TRUE(Apply(state, "undo", "").empty());
  EXPECT_EQ(Line(state), Items{3});
}

TEST(Actions, DropStopTakesOneOutAndUndoPutsItBack) {
  IdeasState state = Walking();
  const Journey before = state.journey;
  Apply(state, "drop-stop", "1");
  EXPECT_EQ(Line(state), (Items{7, 20}));
  Apply(state, "undo", "");
  EXPECT_EQ(state.journey, before);
  for (const char* argument : {"", "3", "-1", "x"}) {
    EXPECT_TRUE(Apply(state, "drop-stop", argument).empty()) << argument;
  }
  EXPECT_EQ(state.journey, before);
}

TEST(Actions, LengthsAskedBeforeAStopWasTakenOutReachTheirOwnHops) {
  IdeasState state = EmptyState();
  TakeLink(state, LinkTo({7, 9, 20, 3}));
  const RequestId asked = state.lengths_request;
  Apply(state, "drop-stop", "1");
  TakeReply(state, {asked, CosinesReply{{0.1f, 0.2f, 0.75f}}});
  EXPECT_EQ(Line(state), (Items{7, 20, 3}));
  EXPECT_EQ(state.journey.stops[1].length, kUnknownLength);  // 7 to 20 was not asked for
  EXPECT_EQ(state.journey.stops[2].length, 0.25f);
}

TEST(Actions, NameIsTheJourneys) {
  IdeasState state = Walking();
  EXPECT_EQ(Only<SetLinkEffect>(Apply(state, "name", " Bread \n and salt ")).size(), 1u);
  EXPECT_EQ(state.journey.name, "Bread   and salt");
  Apply(state, "name", "");
  EXPECT_EQ(state.journey.name, "");
  IdeasState empty = EmptyState();
  EXPECT_TRUE(Apply(empty, "name", "mine").empty());
  EXPECT_EQ(empty.journey.name, "");
}

TEST(Actions, DialogsOpenAndClose) {
  IdeasState state = Walking();
  const std::pair<const char*, Dialog> dialogs[] = {{"help", Dialog::kHelp},
                                                    {"journeys", Dialog::kKept}};
  for (const auto& [action, dialog] : dialogs) {
    EXPECT_TRUE(Apply(state, action, "rubbish").empty());
    EXPECT_EQ(state.dialog, dialog);
    EXPECT_TRUE(Apply(state, "close", "").empty());
    EXPECT_EQ(state.dialog, Dialog::kNone);
  }
}

TEST(Actions, SharingAsksForLinkWordsAndPicture) {
  IdeasState state = Walking();
  const Effects link = Apply(state, "copy-link", "");
  EXPECT_EQ(Only<SetLinkEffect>(link).size(), 1u);
  EXPECT_EQ(Only<CopyLinkEffect>(link).size(), 1u);
  EXPECT_EQ(JourneySentence(state),
            "A path of 3 stops, from Artisan bread to Moss calendar, crossing Biology & health, "
            "Technology.");
}

TEST(Actions, NoticesAreSaidAndDismissed) {
  IdeasState state = Walking();
  EXPECT_EQ(Only<SayEffect>(Apply(state, "notice", "Copied.")).at(0).text, "Copied.");
  EXPECT_EQ(state.notice, "Copied.");
  EXPECT_TRUE(Apply(state, "dismiss", "").empty());
  EXPECT_EQ(state.notice, "");
}

TEST(Actions, ListAndSheetAreSwitched) {
  IdeasState state = Walking();
  Apply(state, "list", "");
  EXPECT_TRUE(state.shows_list);
  Apply(state, "list", "");
  EXPECT_FALSE(state.shows_list);
  const auto sheet_after = [&](const char* argument) {
    EXPECT_TRUE(Apply(state, "sheet", argument).empty());
    return state.sheet;
  };
  ASSERT_EQ(state.sheet, Sheet::kHalf);
  EXPECT_EQ(sheet_after(""), Sheet::kFull);
  EXPECT_EQ(sheet_after(""), Sheet::kPeek);
  EXPECT_EQ(sheet_after(""), Sheet::kHalf);
  EXPECT_EQ(sheet_after("up"), Sheet::kFull);
  EXPECT_EQ(sheet_after("up"), Sheet::kFull);
  EXPECT_EQ(sheet_after("down"), Sheet::kHalf);
  EXPECT_EQ(sheet_after("down"), Sheet::kPeek);
  EXPECT_EQ(sheet_after("down"), Sheet::kPeek);
  EXPECT_EQ(sheet_after("up"), Sheet::kHalf);
  EXPECT_EQ(sheet_after("sideways"), Sheet::kHalf);
}

}  // namespace
}  // namespace meander
