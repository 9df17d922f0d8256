// What a host page may ask of a tour and what it is told: no more than the tour.
#include "ideas/tour_message.h"

#include <gtest/gtest.h>

#include "base/json_reader.h"
#include "made_tour.h"

namespace meander {
namespace {

std::vector<std::string> Told(const Effects& effects) {
  std::vector<std::string> told;
  for (const TellHostEffect& tell : Only<TellHostEffect>(effects)) told.push_back(tell.text);
  return told;
}

TEST(HostMessage, TheHostIsToldThatTheTourIsThereAndWhichStopIsShown) {
  IdeasState state = StateOf(MakeSmallPack());
  const Effects effects = OpenTour(state, MadeTour(), TourSource::kBeside, true);
  const std::vector<std::string> told = Told(effects);
  ASSERT_EQ(told.size(), 2u);
  EXPECT_EQ(told[0],
            R"({"meander":1,"type":"ready","title":"Bread and salt","stops":["Artisan bread",)"
            R"("Salt lantern","Bridge of sighs and salt","Coffee"]})");
  EXPECT_EQ(told[1], R"({"meander":1,"type":"stop","stop":1,"of":4,"idea":"Artisan bread"})");
}

TEST(HostMessage, AMapWithoutATourSaysThatItIsThere) {
  IdeasState state;
  const SmallPack pack = MakeSmallPack();
  StartIdeas(state, pack.head, {});
  EXPECT_EQ(Told(TakeAll(state, pack)),
            std::vector<std::string>{R"({"meander":1,"type":"ready","title":"","stops":[]})"});
}

TEST(HostMessage, MovesTheTour) {
  IdeasState state = OnTour();
  const auto say = [&](std::string_view text) { return TakeHostMessage(state, text); };
  EXPECT_EQ(Told(say(R"({"meander":1,"type":"stop","stop":3})")).size(), 1u);
  EXPECT_EQ(state.tour.at, 2);
  EXPECT_EQ(state.pane.item, 24u);
  EXPECT_TRUE(say(R"({"meander":1,"type":"stop","stop":3})").empty()) << "it is there";
  say(R"({"meander":1,"type":"next"})");
  EXPECT_EQ(state.tour.at, 3);
  say(R"({"meander":1,"type":"next"})");
  EXPECT_EQ(state.tour.at, 3) << "the last stop stays";
  say(R"({"meander":1,"type":"before"})");
  EXPECT_EQ(state.tour.at, 2);
  say(R"({"meander":1,"type":"stop","stop":40})");
  EXPECT_EQ(state.tour.at, 3);
  EXPECT_EQ(Told(say(R"({"meander":1,"type":"ask"})")).size(), 2u);
}

TEST(HostMessage, AReaderWhoHasLeftIsNotTakenBackAndNotToldOn) {
  IdeasState state = OnTour();
  Effects effects = OpenArticle(state, 13);
  EXPECT_TRUE(Told(effects).empty()) << "where a reader goes is theirs";
  EXPECT_TRUE(Told(TakeHostMessage(state, R"({"meander":1,"type":"stop","stop":3})")).empty());
  EXPECT_EQ(state.pane.item, 13u);
  EXPECT_EQ(state.tour.at, 2) << "but the way back leads to where the post is";
  const std::string tour = R"({"meander":1,"type":"tour","tour":)" + MadeFile() + "}";
  TakeHostMessage(state, tour);
  EXPECT_EQ(state.pane.item, 13u);
  Apply(state, "tour-back", "");
  EXPECT_TRUE(state.tour.is_on);
}

TEST(HostMessage, AStopAskedForBeforeTheTourIsThereIsWhereItBegins) {
  IdeasState state;
  const SmallPack pack = MakeSmallPack();
  StartIdeas(state, pack.head, {});
  Apply(state, "tour-ask", "a.json");
  TakeHostMessage(state, R"({"meander":1,"type":"stop","stop":2})");
  const std::string file = MadeFile();
  TakeTourFile(state, "a.json", AsBytes(file));
  EXPECT_FALSE(state.tour.tour) << "the map is not there yet";
  TakeAll(state, pack);
  ASSERT_TRUE(state.tour.is_on);
  EXPECT_EQ(state.tour.at, 1);
  EXPECT_EQ(state.pane.item, 18u);
}

TEST(HostMessage, BringsATourOfItsOwn) {
  IdeasState state = StateOf(MakeSmallPack());
  TakeHostMessage(state, R"({"meander":1,"type":"tour","tour":)" + MadeFile() + "}");
  EXPECT_TRUE(state.tour.is_on);
  EXPECT_EQ(*state.tour.tour, MadeTour());
  const Effects effects = TakeHostMessage(
      state, R"({"meander":1,"type":"tour","tour":{"meander":"tour","version":1,"title":"T"}})");
  EXPECT_EQ(Told(effects), std::vector<std::string>{
                               R"({"meander":1,"type":"error","text":"This tour has no stops."})"});
  EXPECT_EQ(*state.tour.tour, MadeTour()) << "the one that was there stays";
}

TEST(HostMessage, NothingElseIsHeard) {
  IdeasState state = OnTour();
  const TourPlay before = state.tour;
  for (const std::string& text :
       {std::string("x"), std::string("[]"), std::string("null"), std::string("{}"),
        std::string(R"({"meander":2,"type":"next"})"),
        std::string(R"({"meander":"1","type":"next"})"), std::string(R"({"meander":1})"),
        std::string(R"({"meander":1,"type":7})"), std::string(R"({"meander":1,"type":"stop"})"),
        std::string(R"({"meander":1,"type":"stop","stop":0})"),
        std::string(R"({"meander":1,"type":"stop","stop":1.5})"),
        std::string(R"({"meander":1,"type":"stop","stop":1e300})"),
        std::string(R"({"meander":1,"type":"open","argument":"3"})"), std::string(100000, '['),
        R"({"meander":1,"type":"next","x":")" + std::string(70000, 'a') + "\"}"}) {
    EXPECT_TRUE(TakeHostMessage(state, text).empty()) << text.substr(0, 60);
    EXPECT_EQ(state.tour.at, before.at);
  }
}

}  // namespace
}  // namespace meander
