// Two journeys side by side: the ladder, what is said of them, their replay, whose is walked; and
// the question what to do with a second one.
#include "ideas/duet.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/rng.h"
#include "canvas/link.h"
#include "ideas/brought.h"
#include "ideas/figure.h"
#include "ideas/ladder.h"
#include "ideas/page.h"
#include "ideas/scene.h"
#include "page_faults.h"
#include "small_map.h"

namespace meander {
namespace {

Journey Through(std::initializer_list<uint32_t> items) {
  Journey journey;
  for (const uint32_t item : items) Open(journey, item, 0.5f);
  return journey;
}
IdeasState Both(std::initializer_list<uint32_t> own, std::initializer_list<uint32_t> theirs) {
  IdeasState state = EmptyState();
  state.journey = Through(own);
  AskForCurrent(state);
  Compare(state, Through(theirs));
  return state;
}
Page PageOf(const IdeasState& state) {
  Page page = IdeasPage(state, WholeView(state.map));
  EXPECT_EQ(FaultOf(page), "");
  return page;
}
const PageNode* Find(const Page& page, std::string_view key) {
  for (const PageNode* node : NodesOf(page)) {
    if (node->key == key) return node;
  }
  return nullptr;
}

TEST(Ladder, TiesWhatIsSharedStraightOrCrossed) {
  const std::vector<SharedStop> shared{{7, 1, 2}, {9, 3, 0}};
  const Ladder ladder = MakeLadder({5, 7, 6, 9}, {9, 4, 7}, shared, {-1, -1}, false);
  EXPECT_FALSE(ladder.is_folded);
  EXPECT_EQ(ladder.own.size(), 4u);
  EXPECT_EQ(ladder.ties, (std::vector<std::pair<int, int>>{{1, 2}, {3, 0}}));
  EXPECT_TRUE(ladder.own[1].is_tied);
  EXPECT_FALSE(ladder.own[2].is_tied);
}

TEST(Ladder, OverTwelveStopsFoldsToWhatIsShared) {
  std::vector<uint32_t> own, other;
  for (uint32_t i = 0; i < 13; ++i) own.push_back(i);
  for (uint32_t i = 0; i < 5; ++i) other.push_back(20 + i);
  other[3] = 6;
  const std::vector<SharedStop> shared{{6, 6, 3}};
  const Ladder ladder = MakeLadder(own, other, shared, {-1, -1}, false);
  ASSERT_TRUE(ladder.is_folded);
  ASSERT_EQ(ladder.own.size(), 3u);
  EXPECT_EQ(ladder.own[0].folded, 6);
  EXPECT_EQ(ladder.own[1].item, 6u);
  EXPECT_EQ(ladder.own[2].folded, 6);
  ASSERT_EQ(ladder.other.size(), 3u);
  EXPECT_EQ(ladder.other[0].folded, 3);
  EXPECT_EQ(ladder.other[2].folded, 0) << "one stop takes no more room than a fold";
  EXPECT_EQ(ladder.ties, (std::vector<std::pair<int, int>>{{1, 1}}));
  EXPECT_EQ(MakeLadder(own, other, shared, {-1, -1}, true).own.size(), 13u);
  own.pop_back();
  EXPECT_FALSE(MakeLadder(own, other, shared, {-1, -1}, false).is_folded) << "twelve still stand";
}

TEST(Ladder, EveryStopIsBehindARowAndEveryTieJoinsOneIdea) {
  Rng rng(3);
  for (int round = 0; round < 300; ++round) {
    IdeasState state = EmptyState();
    for (uint32_t i = 1 + rng.Below(30); i > 0; --i) Open(state.journey, rng.Below(30), 0);
    Journey other;
    for (uint32_t i = 1 + rng.Below(30); i > 0; --i) Open(other, rng.Below(30), 0);
    state.other = other;
    const std::vector<SharedStop> shared = SharedStops(state);
    const Ladder ladder = MakeLadder(ItemsOf(state.journey), ItemsOf(other), shared, {0, 0}, false);
    for (const auto& [rows, items] :
         {std::pair(ladder.own, ItemsOf(state.journey)), std::pair(ladder.other, ItemsOf(other))}) {
      size_t stops = 0;
      for (const LadderRow& row : rows) {
        ASSERT_EQ(row.place, static_cast<int>(stops));
        ASSERT_EQ(row.item, items[stops]);
        stops += static_cast<size_t>(std::max(row.folded, 1));
      }
      ASSERT_EQ(stops, items.size());
    }
    ASSERT_EQ(ladder.ties.size(), shared.size());
    for (const auto& [a, b] : ladder.ties) {
      ASSERT_EQ(ladder.own[static_cast<size_t>(a)].item, ladder.other[static_cast<size_t>(b)].item);
    }
  }
}

TEST(Duet, SaysWhatIsSharedAndFromWhereEachCame) {
  EXPECT_EQ(MeetingText(Both({0, 1, 2, 3}, {9, 2, 4, 1})),
            "You both passed Drink and Liquid, in opposite directions. You came to Drink from "
            "Coffee; they came from Black hole.");
  EXPECT_EQ(MeetingText(Both({0, 1, 2}, {1, 9, 2})),
            "You both passed Drink and Liquid, in the same order. You came to Drink from Coffee; "
            "they began there.");
  EXPECT_EQ(MeetingText(Both({1, 2}, {9, 1})),
            "You met once, at Drink. You began at Drink; they came to it from O'Brannagh's clock.");
  EXPECT_EQ(MeetingText(Both({1, 2}, {1, 9})), "You met once, at Drink. Both began at Drink.");
  EXPECT_EQ(MeetingText(Both({0, 1, 2}, {9, 0, 1})).find("in the same order") != std::string::npos,
            true);
  EXPECT_EQ(MeetingText(Both({0, 1, 2, 3, 4}, {4, 3, 2, 1, 0})),
            "You share 5 stops, from Coffee to Black hole. You began at Coffee; they came to it "
            "from Drink.");
  EXPECT_EQ(MeetingText(Both({0, 1}, {0, 1})), "You went the same way.");
}

TEST(Duet, WhereTheyNeverMetItFindsTheNearest) {
  IdeasState state = EmptyState();
  state.journey = Through({0, 1, 2});
  AskForCurrent(state);
  const auto asked = Asked<CosinesRequest>(Compare(state, Through({9, 20})));
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(asked[0].second.pairs.size(), 6u);
  EXPECT_EQ(MeetingText(state), "You never met.");
  CosinesReply reply{{0.1f, 0.2f, 0.3f, 0.9f, 0.4f, 0.5f}};
  TakeReply(state, {asked[0].first + 1000, reply});
  EXPECT_EQ(MeetingText(state), "You never met.") << "somebody else's answer";
  TakeReply(state, {asked[0].first, ProgressReply{}});
  EXPECT_EQ(MeetingText(state), "You never met.") << "vectors still coming";
  TakeReply(state, {asked[0].first, reply});
  EXPECT_EQ(MeetingText(state), "You never met. Nearest: your Drink, their Moss calendar.");
  // Forty stops each ask for no more than the engine answers in a moment.
  Journey longest;
  for (uint32_t i = 0; i < 40; ++i) Open(longest, i % 2 == 0 ? 3 + i % 5 : 12 + i % 7, 0);
  const auto many = Asked<CosinesRequest>(Compare(state, longest));
  ASSERT_EQ(many.size(), 1u);
  EXPECT_LE(many[0].second.pairs.size(), 32u * 32u);
}

TEST(Duet, ThePaneHasTheLadderAndTheWayOut) {
  IdeasState state = Both({0, 1, 2}, {9, 1});
  state.other->name = "Lines and songs";
  const Page page = PageOf(state);
  EXPECT_EQ(Find(page, "ties")->detail, "1,2,3*|1,2*|1-1|own");
  EXPECT_EQ(Find(page, "ties")->value, 56);
  const std::string text = PageText(page);
  EXPECT_NE(text.find("Yours and “Lines and songs”"), std::string::npos);
  const auto nodes = NodesOf(page);
  EXPECT_TRUE(std::ranges::none_of(nodes, [](const PageNode* node) {
    return node->on_input == "search";
  })) << "the legend stands where the search was";
  EXPECT_NE(Find(page, "legend"), nullptr);
  Apply(state, "other-close", "");
  EXPECT_NE(PageText(PageOf(state)).find("[Two journeys]"), std::string::npos);
  Apply(state, "other-open", "");
  EXPECT_NE(Find(PageOf(state), "ties"), nullptr);
  Apply(state, "other-visit", "1");
  EXPECT_EQ(state.pane.item, 1u);
  EXPECT_EQ(state.journey.stops.size(), 3u) << "a stop of one's own is gone to, not made again";
  EXPECT_EQ(Find(PageOf(state), "ties"), nullptr) << "who opens something reads it";
}

TEST(Duet, WhoseIsWalkedIsMagentaAndNothingIsMixedUp) {
  IdeasState state = Both({0, 1}, {9, 3});
  const Journey own = state.journey, theirs = *state.other;
  Apply(state, "other-walk", "");
  EXPECT_EQ(OwnOf(state), own);
  EXPECT_EQ(TheirsOf(state), theirs);
  EXPECT_EQ(Find(PageOf(state), "ties")->detail, "1,2*|1,2*||theirs");
  EXPECT_TRUE(KeepJourney(state).empty()) << "theirs is kept only if the reader saves it";
  const size_t kept = state.kept.journeys.size();
  Apply(state, "other-keep", "");
  EXPECT_EQ(state.kept.journeys.size(), kept + 1);
  Apply(state, "other-away", "");
  EXPECT_EQ(state.journey, own) << "put away while it was walked, one's own is there again";
}

TEST(Duet, PlaysBothTogetherOrInTurnAndStepsFromStopToStop) {
  IdeasState state = Both({0, 1, 2, 3, 4}, {9, 20, 21});
  Apply(state, "other-play", "");
  ASSERT_TRUE(state.duet.is_playing);
  EXPECT_EQ(state.duet.at, 0);
  double now_s = 10;
  AdvanceDuet(state, now_s, false);
  AdvanceDuet(state, now_s += 0.1, false);
  EXPECT_GT(OwnShare(state.duet), 0);
  EXPECT_EQ(OwnShare(state.duet), TheirShare(state.duet)) << "by the share of their hops";
  for (int i = 0; i < 600 && state.duet.is_playing; ++i) {
    AdvanceDuet(state, now_s += 0.05, false);
  }
  EXPECT_FALSE(state.duet.is_playing);
  EXPECT_EQ(state.duet.at, 1);
  EXPECT_FALSE(AdvanceDuet(state, now_s + 1, false)) << "at rest it asks for no frame";
  Apply(state, "other-step", "-1");
  EXPECT_FLOAT_EQ(state.duet.at, 0.75f);
  Apply(state, "other-turn", "in-turn");
  EXPECT_FLOAT_EQ(state.duet.at, 0.75f);
  EXPECT_EQ(TheirShare(state.duet), 0) << "yours first";
  Apply(state, "other-step", "1");
  const Effects effects = Apply(state, "other-step", "1");
  EXPECT_FLOAT_EQ(state.duet.at, 1.5f);
  EXPECT_EQ(Only<SayEffect>(effects)[0].text, "2 of 3, Moss calendar");
  Apply(state, "other-to", "0.25");
  EXPECT_FLOAT_EQ(state.duet.at, 0.5f);
  for (const char* bad : {"", "x", "nan", "1e999"}) {
    Apply(state, "other-to", bad);
    EXPECT_FLOAT_EQ(state.duet.at, 0.5f) << bad;
  }
  Apply(state, "other-turn", "together");
  Apply(state, "other-play", "");
  AdvanceDuet(state, 1000, true);
  AdvanceDuet(state, 1001, true);
  const float before = state.duet.at;
  AdvanceDuet(state, 1001.3, true);
  EXPECT_FLOAT_EQ(state.duet.at, std::floor(before * 4 + 1) / 4) << "cut to the next stop";
}

TEST(Duet, PointingAtAStopOfBothLightsBothWaysToIt) {
  IdeasState state = Both({0, 1, 2}, {9, 1, 20});
  const View view = WholeView(state.map);
  const auto widest = [&](Token token) {
    float width = 0;
    for (const StrokeMark& stroke : MarksOf(state, view).strokes) {
      if (stroke.paint.token == token) width = std::max(width, stroke.width_to_px);
    }
    return width;
  };
  const float before = widest(Token::kAccent);
  EXPECT_EQ(widest(Token::kInk), 0);
  EXPECT_TRUE(Apply(state, "other-point", "1").empty()) << "the camera stays";
  EXPECT_GT(widest(Token::kAccent), before - 1.7f + 1.6f - 0.01f);
  EXPECT_FLOAT_EQ(widest(Token::kInk), 3.2f) << "theirs";
  const auto discs = MarksOf(state, view).discs;
  EXPECT_EQ(std::ranges::count_if(discs, [](const DiscMark& disc) { return disc.is_dotted; }), 1);
  Apply(state, "other-point", "2");
  EXPECT_EQ(widest(Token::kInk), 0) << "only what both went through";
  Apply(state, "other-point", "");
  EXPECT_EQ(state.pointed, kNoItem);
}

TEST(Duet, ThePictureOfBothSaysSo) {
  IdeasState state = Both({0, 1, 2}, {9, 1, 20});
  const auto dotted = [](const Figure& figure) {
    return std::ranges::count_if(figure.scene.strokes, [](const StrokeMark& stroke) {
      return stroke.paint.token == Token::kInk2 && stroke.gap_px > 0 && stroke.dash_px == 0;
    });
  };
  const Figure both = IdeasFigure(state, 1200, 630);
  EXPECT_EQ(both.title, "Yours and the other journey");
  EXPECT_NE(both.alt_text.find("You met once, at Drink."), std::string::npos);
  EXPECT_EQ(dotted(both), 2);
  Apply(state, "other-close", "");
  const Figure own = IdeasFigure(state, 1200, 630);
  EXPECT_EQ(own.title, "From Coffee to Liquid");
  EXPECT_EQ(dotted(own), 0);
}

TEST(Duet, ATallPictureHasItsWordsBelowTheMap) {
  IdeasState state = Both({0, 1, 2}, {9, 1, 20});
  for (const bool is_own : {false, true}) {
    if (is_own) Apply(state, "other-close", "");
    const Figure figure = IdeasFigure(state, 1080, 1350);
    EXPECT_EQ(figure.chart_px.width(), 1080);
    EXPECT_GT(figure.chart_px.height(), 1350 / 2);
    ASSERT_GE(figure.texts.size(), 4u);
    for (const TextMark& text : figure.texts) {
      EXPECT_GT(text.at_px.y, figure.chart_px.high.y) << text.text;
      EXPECT_LT(text.at_px.y, 1350) << text.text;
      EXPECT_LT(text.at_px.x, 1080) << text.text;
      EXPECT_GE(text.size_px, 16) << text.text;
    }
    for (const DotMark& dot : figure.dots) EXPECT_LE(dot.at_px.x + dot.radius_px, 1080);
  }
}

TEST(Brought, ASecondJourneyAsksAndChangesNothingMeanwhile) {
  IdeasState state = EmptyState();
  for (const uint32_t item : {1u, 2u}) OpenArticle(state, item);
  const Journey own = state.journey;
  const std::string link = "https://x.org/ideas.html#" + EncodeLink("ideas", LinkTo({8, 9}));
  for (const bool by_address : {false, true}) {
    if (by_address) {
      TakeLinkFromElsewhere(state, LinkTo({8, 9}));
    } else {
      Apply(state, "brought", link);
    }
    ASSERT_TRUE(state.second) << by_address;
    EXPECT_EQ(state.journey, own);
    EXPECT_NE(PageText(PageOf(state)).find("[Lay it over yours]"), std::string::npos);
    EXPECT_NE(PageText(PageOf(state)).find("[Open it instead]"), std::string::npos);
    const Effects effects = Apply(state, "close", "");
    EXPECT_FALSE(state.second);
    EXPECT_EQ(Only<SetLinkEffect>(effects).size(), 1u) << "the address is one's own again";
  }
  Apply(state, "brought", link);
  Apply(state, "second-over", "");
  EXPECT_EQ(state.journey, own);
  EXPECT_EQ(ItemsOf(*state.other), (std::vector<uint32_t>{8, 9}));
  Apply(state, "other-away", "");
  Apply(state, "brought", link);
  Apply(state, "second-open", "");
  EXPECT_EQ(ItemsOf(state.journey), (std::vector<uint32_t>{8, 9}));
}

TEST(Brought, OnesOwnEarlierAndLaterStatesAreNoSecondJourney) {
  IdeasState state = EmptyState();
  for (const uint32_t item : {1u, 2u}) OpenArticle(state, item);
  TakeLinkFromElsewhere(state, LinkTo({1}));
  EXPECT_FALSE(state.second);
  TakeLinkFromElsewhere(state, LinkTo({1, 2, 3}));
  EXPECT_FALSE(state.second);
  EXPECT_EQ(state.journey.stops.size(), 3u);
  IdeasState fresh = StateOf(MakeSmallPack());
  TakeLinkFromElsewhere(fresh, LinkTo({8, 9}));
  EXPECT_FALSE(fresh.second) << "who has none is not asked";
  EXPECT_EQ(ItemsOf(fresh.journey), (std::vector<uint32_t>{8, 9}));
}

TEST(Brought, WhatIsNothingIsSaidInASentence) {
  IdeasState state = EmptyState();
  Apply(state, "brought", "hello");
  EXPECT_EQ(state.notice, "There is no journey and no tour in that.");
  std::string link = "#" + EncodeLink("ideas", LinkTo({8, 9}));
  link[10] = link[10] == 'A' ? 'B' : 'A';
  Apply(state, "brought", link);
  EXPECT_EQ(state.notice, "That link is not whole. Ask for it again.");
  EXPECT_TRUE(state.journey.is_empty());
}

}  // namespace
}  // namespace meander
