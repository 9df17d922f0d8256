// A journey as a file: there and back, and every file that is none.
#include <gtest/gtest.h>

#include "base/rng.h"
#include "ideas/journey_file.h"
#include "small_map.h"

namespace meander {
namespace {

Journey SomeJourney() {
  Journey journey;
  for (const uint32_t item : {0u, 1u, 9u}) Open(journey, item, 0.5f);
  Back(journey);
  Open(journey, 12, 0.5f);
  SetName(journey, "  A \xC3\xA9tude \n");
  return journey;
}

TEST(JourneyFile, ComesBackWithItsTreeAndName) {
  const IdeaMap map = MapOf(MakeSmallPack());
  const Journey journey = SomeJourney();
  EXPECT_EQ(journey.name, "A \xC3\xA9tude");
  const Result<Journey> read = ReadJourneyFile(WriteJourneyFile(journey, map), map);
  ASSERT_TRUE(read.has_value()) << read.error().message;
  ASSERT_EQ(read->stops.size(), journey.stops.size());
  for (size_t i = 0; i < journey.stops.size(); ++i) {
    EXPECT_EQ(read->stops[i].item, journey.stops[i].item);
    EXPECT_EQ(read->stops[i].parent, journey.stops[i].parent);
  }
  EXPECT_EQ(read->current, journey.current);
  EXPECT_EQ(read->name, journey.name);
}

TEST(JourneyFile, LeavesOutWhatThisMapDoesNotHave) {
  const IdeaMap map = MapOf(MakeSmallPack());
  const Result<Journey> read = ReadJourneyFile(
      R"({"meander":"journey","version":1,"current":2,"stops":[{"title":"Coffee"},
          {"title":"Gone","from":0},{"title":"Drink","from":1}]})",
      map);
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->stops.size(), 2u);
  EXPECT_EQ(read->stops[1].parent, 0);
  EXPECT_EQ(read->current, 1);
}

TEST(JourneyFile, RefusesWhatIsNone) {
  const IdeaMap map = MapOf(MakeSmallPack());
  for (const char* text :
       {"", "{", "[]", "null", "7", "{}", R"({"meander":"journey"})",
        R"({"meander":"beat","version":1,"stops":[]})",
        R"({"meander":"journey","version":1,"stops":[]})",
        R"({"meander":"journey","version":1,"stops":[7]})",
        R"({"meander":"journey","version":1,"stops":[{"title":7}]})",
        R"({"meander":"journey","version":1,"stops":[{"title":"Coffee","from":0}]})",
        R"({"meander":"journey","version":1,"stops":[{"title":"Coffee","from":-1}]})",
        R"({"meander":"journey","version":1,"name":7,"stops":[{"title":"Coffee"}]})",
        R"({"meander":"journey","version":0,"stops":[{"title":"Coffee"}]})"}) {
    EXPECT_EQ(ReadJourneyFile(text, map).error().code, ErrorCode::kCorrupt) << text;
  }
  EXPECT_EQ(
      ReadJourneyFile(R"({"meander":"journey","version":2,"stops":[{"title":"Coffee"}]})", map)
          .error()
          .code,
      ErrorCode::kTooNew);
  std::string deep = R"({"meander":"journey","version":1,"stops":)";
  EXPECT_FALSE(ReadJourneyFile(deep + std::string(100000, '['), map).has_value());
}

TEST(JourneyFile, MutatedFilesNeverGiveAWrongTree) {
  const IdeaMap map = MapOf(MakeSmallPack());
  const std::string whole = WriteJourneyFile(SomeJourney(), map);
  Rng rng(8);
  for (int round = 0; round < 3000; ++round) {
    std::string text = whole;
    for (uint32_t i = 0; i <= rng.Below(3); ++i) {
      text[rng.Below(static_cast<uint32_t>(text.size()))] = static_cast<char>(rng.Below(256));
    }
    const Result<Journey> read = ReadJourneyFile(text, map);
    if (!read) continue;
    ASSERT_FALSE(read->stops.empty());
    for (size_t i = 0; i < read->stops.size(); ++i) {
      EXPECT_LT(read->stops[i].item, map.item_count());
      EXPECT_LT(read->stops[i].parent, static_cast<int>(i));
    }
    EXPECT_LT(read->current, static_cast<int>(read->stops.size()));
  }
}

TEST(RemoveStop, WhatHungOnItHangsOnItsParent) {
  Journey journey = SomeJourney();  // 0 → 1 → {9, 12}
  RemoveStop(journey, 1);
  ASSERT_EQ(journey.stops.size(), 3u);
  EXPECT_EQ(journey.stops[1].parent, 0);
  EXPECT_EQ(journey.stops[2].parent, 0);
  EXPECT_EQ(journey.stops[1].length, kUnknownLength) << "the hop is another one now";
  EXPECT_EQ(journey.current_item(), 12u);
  RemoveStop(journey, journey.current);
  EXPECT_EQ(journey.current_item(), 0u);
  RemoveStop(journey, 7);
  RemoveStop(journey, 0);
  RemoveStop(journey, 0);
  EXPECT_TRUE(journey.is_empty());
  EXPECT_EQ(journey.current, -1);
}

}  // namespace
}  // namespace meander
