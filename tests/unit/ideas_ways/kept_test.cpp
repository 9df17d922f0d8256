// Journeys kept on the device: nothing is lost by closing the page, and everything can be
// forgotten.
#include "ideas/kept.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "canvas/link.h"
#include "ideas/scene.h"
#include "small_map.h"

namespace meander {
namespace {

// What storage would hold after these effects.
std::string Stored(const Effects& effects) {
  const auto kept = Only<RememberEffect>(effects);
  EXPECT_EQ(kept.size(), 1u);
  if (kept.empty()) return {};
  EXPECT_EQ(kept[0].key, kKeptKey);
  return kept[0].value;
}

TEST(Kept, AJourneyIsKeptAsItGrowsAndComesBack) {
  IdeasState state = EmptyState();
  OpenArticle(state, 0);
  EXPECT_TRUE(KeepJourney(state).empty()) << "one article is no journey";
  OpenArticle(state, 1);
  Stored(KeepJourney(state));
  EXPECT_TRUE(KeepJourney(state).empty()) << "nothing has changed";
  OpenArticle(state, 9);
  const std::string stored = Stored(KeepJourney(state));
  ASSERT_EQ(state.kept.journeys.size(), 1u) << "it grows, it is not kept twice";

  IdeasState later = EmptyState();
  Apply(later, "recalled ideas.journeys", stored);
  ASSERT_EQ(later.kept.journeys.size(), 1u);
  Apply(later, "kept-open", std::to_string(later.kept.journeys[0].id));
  EXPECT_EQ(later.journey.stops.size(), 3u);
  EXPECT_EQ(later.journey.current_item(), 9u);
  EXPECT_TRUE(KeepJourney(later).empty()) << "opened again it is the same entry";
}

TEST(Kept, WhatWasReadIsRingedOnTheMap) {
  IdeasState state = EmptyState();
  for (const uint32_t item : {0u, 9u, 0u}) OpenArticle(state, item);
  KeepJourney(state);
  EXPECT_EQ(state.kept.read, (std::vector<uint32_t>{0, 9}));
  IdeasState later = EmptyState();
  Apply(later, "recalled ideas.journeys", WriteKept(state.kept.journeys));
  View view;
  view.viewport = {860, 744, 1};
  view.camera = {{0, 0}, 350};
  const Scene scene = MarksOf(later, view);
  ASSERT_EQ(scene.discs.size(), 2u);
  EXPECT_EQ(scene.discs[1].item, 9u);
  Apply(later, "kept-forget-all", {});
  EXPECT_TRUE(MarksOf(later, view).discs.empty());
}

TEST(Kept, AnotherJourneyIsAnotherEntryNewestFirst) {
  IdeasState state = EmptyState();
  for (const uint32_t item : {0u, 1u}) OpenArticle(state, item);
  KeepJourney(state);
  Apply(state, "forget", {});
  KeepJourney(state);
  for (const uint32_t item : {5u, 6u}) OpenArticle(state, item);
  KeepJourney(state);
  ASSERT_EQ(state.kept.journeys.size(), 2u);
  EXPECT_EQ(JourneyOf(state, state.kept.journeys[0])->stops[0].item, 5u);
  EXPECT_EQ(JourneyOf(state, state.kept.journeys[1])->stops[0].item, 0u);
}

TEST(Kept, ForgettingCanBeUndone) {
  IdeasState state = EmptyState();
  for (const uint32_t item : {0u, 1u}) OpenArticle(state, item);
  KeepJourney(state);
  const std::string id = std::to_string(state.kept.journeys[0].id);
  EXPECT_EQ(Stored(Apply(state, "kept-forget", id)), "");
  EXPECT_TRUE(state.kept.journeys.empty());
  EXPECT_TRUE(KeepJourney(state).empty()) << "forgotten is forgotten, though it is still open";
  EXPECT_NE(Stored(Apply(state, "kept-undo", {})), "");
  EXPECT_EQ(state.kept.journeys.size(), 1u);
  Apply(state, "kept-forget-all", {});
  state.kept.forgotten_at_s = 0;
  LetTimePass(state, 9);
  EXPECT_TRUE(Apply(state, "kept-undo", {}).empty()) << "after eight seconds it is gone";
}

TEST(Kept, WhatStorageHoldsMayBeAnything) {
  EXPECT_TRUE(ReadKept("").empty());
  EXPECT_TRUE(ReadKept("rubbish\n7 ideas.AAAA\n\n 9\n0 " + EncodeLink("ideas", "x")).empty());
  EXPECT_TRUE(ReadKept("7 " + EncodeLink("sounds", "x")).empty()) << "another room's";
  const std::string twice = "7 " + EncodeLink("ideas", "x") + "\n7 " + EncodeLink("ideas", "y");
  EXPECT_EQ(ReadKept(twice).size(), 1u);
  std::string many;
  for (int i = 1; i < 100; ++i) many += std::to_string(i) + " " + EncodeLink("ideas", "x") + "\n";
  EXPECT_EQ(ReadKept(many).size(), kMostKept);
  Rng rng(3);
  for (int round = 0; round < 2000; ++round) {
    std::string text = twice;
    for (int i = 0; i < 3; ++i) {
      text[rng.Below(static_cast<uint32_t>(text.size()))] = static_cast<char>(rng.Below(256));
    }
    const auto read = ReadKept(text);
    EXPECT_EQ(ReadKept(WriteKept(read)), read);
  }
}

TEST(Kept, PastedLinksAndAddressesOpenAndRubbishDoesNot) {
  IdeasState state = EmptyState();
  for (const uint32_t item : {0u, 1u, 5u}) OpenArticle(state, item);
  const std::string link =
      EncodeLink("ideas", WriteIdeasLink(state.journey, std::nullopt, state.map));
  IdeasState other = EmptyState();
  Apply(other, "kept-paste", "Look: https://example.org/ideas.html#" + link);
  Apply(other, "kept-use", "open");
  EXPECT_EQ(other.journey.stops.size(), 3u);
  Apply(other, "kept-paste", "https://example.org/ideas.html#" + link.substr(0, link.size() - 2));
  const Effects refused = Apply(other, "kept-use", "open");
  EXPECT_EQ(Only<SayEffect>(refused).size(), 1u);
  EXPECT_FALSE(other.kept.pasted_error.empty());
  EXPECT_EQ(other.journey.stops.size(), 3u) << "nothing is lost";
}

TEST(Kept, TheBrowsersBackLeavesTheTreeWhole) {
  IdeasState state = EmptyState();
  for (const uint32_t item : {0u, 1u}) OpenArticle(state, item);
  const std::string earlier = WriteIdeasLink(state.journey, std::nullopt, state.map);
  OpenArticle(state, 9);
  TakeLink(state, earlier);
  EXPECT_EQ(state.journey.current_item(), 1u);
  ASSERT_EQ(state.journey.stops.size(), 3u);
  OpenArticle(state, 12);
  ASSERT_EQ(state.journey.stops.size(), 4u);
  EXPECT_EQ(state.journey.stops[3].parent, 1) << "the line forks where the reader went back to";
}

}  // namespace
}  // namespace meander
