// A tour as it is walked, left and joined again: the reader's own journey is never lost.
#include "ideas/tour.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "ideas/line_marks.h"
#include "ideas/page.h"
#include "ideas/scene.h"
#include "ideas/tour_link.h"
#include "made_tour.h"
#include "page_faults.h"

namespace meander {
namespace {

std::vector<uint32_t> Items(const Journey& journey) {
  std::vector<uint32_t> items;
  for (const Stop& stop : journey.stops) items.push_back(stop.item);
  return items;
}
std::string PageTextOf(const IdeasState& state) {
  const Page page = IdeasPage(state, WholeView(state.map));
  EXPECT_EQ(FaultOf(page), "");
  return PageText(page);
}

TEST(Tour, IsWalkedStopByStopWithItsWords) {
  IdeasState state = OnTour();
  EXPECT_EQ(state.pane.item, 7u);
  EXPECT_NE(PageTextOf(state).find("It begins with bread."), std::string::npos);
  EXPECT_NE(PageTextOf(state).find("by Somebody"), std::string::npos);
  EXPECT_NE(PageTextOf(state).find("On to Salt lantern"), std::string::npos);
  const Effects effects = Apply(state, "tour-next", "");
  EXPECT_EQ(state.pane.item, 18u);
  ASSERT_EQ(Only<FlyToEffect>(effects).size(), 1u);
  const Rect seen = Only<FlyToEffect>(effects)[0].bounds_in_world;
  EXPECT_NEAR(seen.low.x, 0.25f - 0.4f, 1e-6f) << "the author's camera";
  EXPECT_NEAR(seen.high.y, -0.5f + 0.4f, 1e-6f);
  EXPECT_EQ(Only<SayEffect>(effects).back().text, "2 of 4, Salt lantern. Then salt.");
  const Effects framed = Apply(state, "tour-next", "");
  const Rect frame = Only<FlyToEffect>(framed)[0].bounds_in_world;
  EXPECT_NEAR(frame.low.x, std::min(GridPlace(18).x, GridPlace(24).x), 1e-3f);
  EXPECT_NEAR(frame.high.y, std::max(GridPlace(18).y, GridPlace(24).y), 1e-3f);
  Apply(state, "tour-next", "");
  EXPECT_NE(PageTextOf(state).find("Your turn: follow any link"), std::string::npos);
  EXPECT_TRUE(Apply(state, "tour-next", "").empty()) << "it ends";
  Apply(state, "tour-go", "1");
  EXPECT_EQ(state.tour.at, 1);
  for (const char* bad : {"", "-1", "4", "1x", "99999999999"}) {
    EXPECT_TRUE(Apply(state, "tour-go", bad).empty()) << bad;
  }
}

TEST(Tour, TheJourneysOwnActionsWalkItAndCannotChangeIt) {
  IdeasState state = OnTour();
  Apply(state, "forward", "");
  EXPECT_EQ(state.tour.at, 1);
  Apply(state, "back", "");
  EXPECT_EQ(state.tour.at, 0);
  Apply(state, "go", "3");
  EXPECT_EQ(state.tour.at, 3);
  for (const char* action : {"forget", "drop-stop", "name", "undo"}) Apply(state, action, "1");
  EXPECT_TRUE(state.tour.is_on);
  EXPECT_EQ(Items(state.journey), (std::vector<uint32_t>{7, 18, 24, 0}));
  EXPECT_TRUE(KeepJourney(state).empty()) << "it is not the reader's to keep";
}

TEST(Tour, ALinkInItsTextLeadsOffFromThere) {
  IdeasState state = OnTour();
  TakeReply(state, {state.pane.request, MadeUpArticle(7)});
  OpenArticle(state, 22);  // the article's link
  EXPECT_FALSE(state.tour.is_on);
  EXPECT_EQ(Line(state), (std::vector<uint32_t>{7, 22}));
  EXPECT_NE(PageTextOf(state).find("Back to the tour"), std::string::npos);
  const auto links = Only<SetLinkEffect>(Apply(state, "tour-back", ""));
  ASSERT_FALSE(links.empty());
  EXPECT_TRUE(links.front().new_entry) << "the browser's Back leads to the line left here";
  EXPECT_EQ(state.pane.item, 7u);
  Apply(state, "tour-leave", "");
  EXPECT_EQ(Line(state), (std::vector<uint32_t>{7, 22})) << "and is there again";
}

TEST(Tour, ComesBesideAJourneyAndLeavesItWhole) {
  IdeasState state = EmptyState();
  for (const uint32_t item : {1u, 2u, 3u}) OpenArticle(state, item);
  Apply(state, "back", "");
  const Journey own = state.journey;
  OpenTour(state, MadeTour(), TourSource::kCarried, true);
  EXPECT_EQ(state.tour.own, own);
  Apply(state, "tour-next", "");
  Apply(state, "tour-leave", "");
  EXPECT_EQ(state.journey.stops.size(), own.stops.size());
  EXPECT_EQ(state.journey.current, own.current);
  EXPECT_EQ(state.pane.item, 2u);
  // A second tour over the first: still the same journey below.
  Apply(state, "tour-back", "");
  OpenTour(state, MadeTour(), TourSource::kCarried, true);
  EXPECT_EQ(Items(state.tour.own), Items(own));
  Apply(state, "tour-away", "");
  EXPECT_FALSE(state.tour.tour);
  EXPECT_EQ(Items(state.journey), Items(own));
}

TEST(Tour, WalksAndOtherJourneysLeadOffIt) {
  for (const char* action : {"walk-open", "other-walk"}) {
    IdeasState state = OnTour();
    Apply(state, action, "");
    EXPECT_FALSE(state.tour.is_on) << action;
    EXPECT_EQ(state.pane.item, state.journey.current_item()) << action;
  }
  IdeasState state = OnTour();
  TakeLink(state, LinkTo({4, 5}));
  EXPECT_FALSE(state.tour.is_on);
  EXPECT_EQ(Line(state), (std::vector<uint32_t>{4, 5}));
}

TEST(Tour, IsTheLineOnTheMapAndDottedOnceLeft) {
  IdeasState state = OnTour();
  Apply(state, "tour-next", "");
  View view = WholeView(state.map);
  EXPECT_NEAR(DrawnShare(state, view), 1 / 3.f, 1e-6f);
  const auto count = [&](auto is) {
    const Scene scene = MarksOf(state, view);
    return std::ranges::count_if(scene.strokes, is);
  };
  const auto is_walked = [](const StrokeMark& stroke) {
    return stroke.paint.token == Token::kAccent && stroke.width_to_px > 2;
  };
  const auto is_ahead = [](const StrokeMark& stroke) {
    return stroke.paint.token == Token::kAccent && stroke.width_to_px < 2;
  };
  const auto is_dotted = [](const StrokeMark& stroke) {
    return stroke.paint.token == Token::kInk2 && stroke.dash_px == 0 && stroke.gap_px > 0;
  };
  EXPECT_EQ(count(is_walked), 1);
  EXPECT_EQ(count(is_ahead), 2);
  EXPECT_EQ(count(is_dotted), 0);
  // The newest hop grows, unless the reader wants less motion.
  state.now_s = view.now_s = 100;
  view.reduced_motion = false;
  Apply(state, "tour-next", "");
  EXPECT_TRUE(LineIsGrowing(state, view));
  view.now_s = 100.2;
  EXPECT_GT(DrawnShare(state, view), 1 / 3.f);
  EXPECT_LT(DrawnShare(state, view), 2 / 3.f);
  view.now_s = 102;
  EXPECT_FALSE(LineIsGrowing(state, view));
  Apply(state, "tour-leave", "");
  EXPECT_EQ(count(is_dotted), 3);
}

TEST(Tour, TheAddressCarriesThePlaceOrTheWholeOfIt) {
  // A file beside the page: the address names it, the fragment only the stop.
  IdeasState beside = OnTour();
  Apply(beside, "tour-next", "");
  auto link = ReadTourLink(PayloadOf(beside), beside.map);
  ASSERT_TRUE(link);
  EXPECT_FALSE(link->tour);
  EXPECT_EQ(link->at, 1);
  OpenArticle(beside, 13);
  EXPECT_FALSE(IsTourLink(PayloadOf(beside))) << "off it, the reader's own journey";
  // One that was brought: all of it, also beside the journey that began on it.
  IdeasState carried = OnTour(TourSource::kCarried);
  OpenArticle(carried, 13);
  IdeasState friend_of = StateOf(MakeSmallPack(), PayloadOf(carried));
  EXPECT_FALSE(friend_of.tour.is_on);
  EXPECT_EQ(friend_of.tour.tour->stops.size(), 4u);
  EXPECT_EQ(Line(friend_of), (std::vector<uint32_t>{7, 13}));
  Apply(friend_of, "tour-back", "");
  EXPECT_EQ(friend_of.pane.item, 7u);
}

TEST(Tour, ReloadingComesBackToTheStop) {
  IdeasState state = OnTour();
  Apply(state, "tour-go", "2");
  const SmallPack pack = MakeSmallPack();
  IdeasState again;
  StartIdeas(again, pack.head, PayloadOf(state));
  const auto asked = Only<FetchFileEffect>(Apply(again, "tour-ask", "a.json"));
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(asked[0].address, "a.json");
  TakeAll(again, pack);
  const std::string file = MadeFile();
  TakeTourFile(again, "b.json", AsBytes(file));
  EXPECT_FALSE(again.tour.tour) << "another file than the one asked for";
  TakeTourFile(again, "a.json", AsBytes(file));
  ASSERT_TRUE(again.tour.is_on);
  EXPECT_EQ(again.tour.at, 2);
}

TEST(Tour, WhoComesWithAJourneyIsOfferedItOnly) {
  const SmallPack pack = MakeSmallPack();
  IdeasState state;
  StartIdeas(state, pack.head, LinkTo({4, 5}));
  Apply(state, "tour-ask", "a.json");
  TakeAll(state, pack);
  const std::string file = MadeFile();
  TakeTourFile(state, "a.json", AsBytes(file));
  EXPECT_FALSE(state.tour.is_on);
  EXPECT_EQ(Line(state), (std::vector<uint32_t>{4, 5}));
  EXPECT_NE(PageTextOf(state).find("Back to the tour"), std::string::npos);
}

TEST(Tour, WhatCannotBeIsSaidInASentence) {
  IdeasState state = StateOf(MakeSmallPack());
  Apply(state, "tour-ask", "https://elsewhere.org/a.json");
  EXPECT_EQ(state.notice, "A tour’s file lies beside this page; that address leads elsewhere.");
  Apply(state, "tour-ask", "a.json");
  TakeTourFile(state, "a.json", Fail(ErrorCode::kNotFound, "x"));
  EXPECT_EQ(state.notice, "The tour did not arrive.");
  Apply(state, "tour-ask", "a.json");
  const std::string text = R"({"meander":"tour","version":1,"title":"T","stops":[]})";
  TakeTourFile(state, "a.json", AsBytes(text));
  EXPECT_EQ(state.notice, "This tour has no stops.");
  EXPECT_TRUE(state.is_example) << "and the map is as it was";
  TakeLink(state, WriteTourLink({1, std::nullopt, false, {}, 0}, state.map));
  EXPECT_EQ(state.notice, "That link leads into a tour that is not here. Ask for it again.");
  // Too long for an address: copying says so instead of copying half of it.
  Tour tour = MadeTour();
  for (TourStop& stop : tour.stops) stop.caption = std::string(790, 'a');
  OpenTour(state, tour, TourSource::kCarried, true);
  EXPECT_TRUE(Only<CopyLinkEffect>(Apply(state, "copy-link", "")).empty());
  EXPECT_EQ(state.notice, "This tour is too long for a link. Send its file instead.");
}

TEST(Tour, AJourneyIsSavedAsOneToWriteOn) {
  IdeasState state = EmptyState();
  for (const uint32_t item : {1u, 2u, 3u}) OpenArticle(state, item);
  const auto saved = Only<SaveFileEffect>(Apply(state, "tour-save", ""));
  ASSERT_EQ(saved.size(), 1u);
  const auto file = ReadTourFile(AsText(saved[0].bytes), state.map);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->tour.title, "From Drink to Matter");
  EXPECT_EQ(Items(JourneyOfTour(file->tour)), (std::vector<uint32_t>{1, 2, 3}));
}

TEST(Tour, AFileThatIsOpenedMayBeOne) {
  IdeasState state = StateOf(MakeSmallPack());
  Apply(state, "journeys", "");
  Apply(state, "kept-file", MadeFile());
  EXPECT_TRUE(state.tour.is_on);
  EXPECT_EQ(state.dialog, Dialog::kNone);
}

}  // namespace
}  // namespace meander
