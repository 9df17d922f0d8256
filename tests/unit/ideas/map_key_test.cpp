// The key of the map: topics that are wanted.
#include "ideas/map_key.h"

#include <gtest/gtest.h>

#include "canvas/nearest_dot.h"
#include "ideas/page.h"
#include "ideas/trust.h"
#include "small_map.h"

namespace meander {
namespace {

TEST(TopicFilter, TopicsJoinByOr) {
  IdeasState state = EmptyState();
  EXPECT_EQ(CountWanted(state), kSmallItems);
  Apply(state, "map-topic", "3");
  EXPECT_EQ(state.topic_filter, 0b1000);
  EXPECT_EQ(CountWanted(state), 3u);  // 3, 14, 25: topic = item % 11
  Apply(state, "map-topic", "10");
  EXPECT_TRUE(IsWanted(state, 3));
  EXPECT_TRUE(IsWanted(state, 21));
  EXPECT_FALSE(IsWanted(state, 4));
  EXPECT_EQ(CountWanted(state), 5u);
  Apply(state, "map-topic", "3");
  EXPECT_FALSE(IsWanted(state, 3));
  EXPECT_EQ(CountWanted(state), 2u);
}

TEST(TopicFilter, NoneAndAllAreTheSame) {
  IdeasState state = EmptyState();
  for (int topic = 0; topic < kTopicCount - 1; ++topic) {
    Apply(state, "map-topic", std::to_string(topic));
    EXPECT_NE(state.topic_filter, 0);
  }
  Apply(state, "map-topic", std::to_string(kTopicCount - 1));
  EXPECT_EQ(state.topic_filter, 0);
  Apply(state, "map-topic", "0");
  const Effects effects = Apply(state, "map-all", "");
  EXPECT_EQ(state.topic_filter, 0);
  EXPECT_EQ(Only<SetLinkEffect>(effects).size(), 1u);
  ASSERT_EQ(Only<SayEffect>(effects).size(), 1u);
  EXPECT_EQ(Only<SayEffect>(effects)[0].text, "All topics.");
  EXPECT_TRUE(Apply(state, "map-all", "").empty());
}

TEST(TopicFilter, TellsHowManyAreLeftAndTakesNoOtherTopics) {
  IdeasState state = EmptyState();
  const Effects effects = Apply(state, "map-topic", "0");
  ASSERT_EQ(Only<SayEffect>(effects).size(), 1u);
  EXPECT_EQ(Only<SayEffect>(effects)[0].text, "3 ideas of the chosen topics.");
  for (const char* wrong : {"", "11", "-1", "1 ", "0x1", "99999999999999999999"}) {
    EXPECT_TRUE(Apply(state, "map-topic", wrong).empty()) << wrong;
    EXPECT_EQ(state.topic_filter, 1) << wrong;
  }
}

const PageNode* Find(const std::vector<PageNode>& nodes, std::string_view key) {
  for (const PageNode& node : nodes) {
    if (node.key == key) return &node;
    if (const PageNode* found = Find(node.children, key)) return found;
  }
  return nullptr;
}

TEST(MapKey, IsThereWhenItIsOpenAndItsSwitchesSayHowTheyStand) {
  IdeasState state = EmptyState();
  const auto key = [&]() -> std::optional<PageNode> {
    const Page page = IdeasPage(state, WholeView(state.map));
    const PageNode* node = Find(page.nodes, "key");
    return node == nullptr ? std::nullopt : std::optional(*node);
  };
  EXPECT_FALSE(key());
  Apply(state, "map-key", "");
  ASSERT_TRUE(key());
  const std::optional<PageNode> open = key();
  const PageNode* topics = Find(open->children, "wanted");
  ASSERT_NE(topics, nullptr);
  ASSERT_EQ(topics->children.size(), size_t{kTopicCount} + 1);
  for (int topic = 0; topic < kTopicCount; ++topic) {
    const PageNode& row = topics->children[static_cast<size_t>(topic)];
    EXPECT_EQ(row.on_press, "map-topic");
    EXPECT_EQ(row.argument, std::to_string(topic));
    EXPECT_TRUE(row.label.starts_with(kTopicNames[static_cast<size_t>(topic)]));
    EXPECT_FALSE(row.pressed);
  }
  EXPECT_EQ(topics->children[0].label, "People, 3 ideas");
  EXPECT_TRUE(topics->children.back().disabled);
  Apply(state, "map-topic", "4");
  const std::optional<PageNode> filtered = key();
  topics = Find(filtered->children, "wanted");
  EXPECT_TRUE(topics->children[4].pressed);
  EXPECT_FALSE(topics->children[5].pressed);
  EXPECT_NE(topics->children[5].style.find("away"), std::string::npos);
  EXPECT_FALSE(topics->children.back().disabled);
  Apply(state, "map-key", "");
  EXPECT_FALSE(key());
}

TEST(MapKey, TrustHasItsOwnLegendAndTopicsLoseTheirColours) {
  IdeasState state = EmptyState();
  Apply(state, "map-key", "");
  const Effects effects = Apply(state, "map-tint", "trust");
  ASSERT_EQ(Only<SayEffect>(effects).size(), 1u);
  const Page page = IdeasPage(state, WholeView(state.map));
  const PageNode* grades = Find(page.nodes, "grades");
  ASSERT_NE(grades, nullptr);
  ASSERT_EQ(grades->children.size(), 3u);
  // Trust = item % 11 over thirty items: good are 6 … 10, fair 3 … 5, poor 0 … 2.
  const char* wanted[] = {"12", "9", "9"};
  const char* words[] = {"good", "fair", "poor"};
  for (size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(grades->children[i].children[1].text, words[i]);
    EXPECT_EQ(grades->children[i].children[2].text, wanted[i]);
  }
  EXPECT_NE(Find(page.nodes, "wanted")->children[0].style.find("hueless"), std::string::npos);
  const PointTable& points = *state.map.points();
  EXPECT_EQ(points.palette, Palette::kTrust);
  for (uint32_t item = 0; item < kSmallItems; ++item) {
    EXPECT_EQ(points.hues[item], static_cast<uint8_t>(TrustGradeOf(state.map.TrustOf(item))));
  }
  // A region's name does not bear a topic's colour among them.
  EXPECT_EQ(state.map.label_candidates()[0].paint.token, Token::kInk2);
  EXPECT_TRUE(Apply(state, "map-tint", "trust").empty());
  EXPECT_TRUE(Apply(state, "map-tint", "mood").empty());
  Apply(state, "map-tint", "topics");
  EXPECT_EQ(state.map.points()->palette, Palette::kTopics);
  EXPECT_EQ(state.map.points()->hues[13], 2);
}

TEST(TopicFilter, WhatIsNotWantedRecedesAndItsNamesGo) {
  IdeasState state = EmptyState();
  const uint64_t before = state.map.points()->version;
  Apply(state, "map-topic", "5");  // items 5, 16, 27; "The middle" is of topic 5, "The west" of 0
  const PointTable& points = *state.map.points();
  EXPECT_NE(points.version, before);
  for (uint32_t item = 0; item < kSmallItems; ++item) {
    EXPECT_EQ(points.IsDimmed(item), item % 11 != 5) << item;
  }
  std::vector<std::string> names;
  for (const LabelMark& label : state.map.label_candidates()) names.push_back(label.text);
  EXPECT_EQ(names, (std::vector<std::string>{"The middle", std::string(kSmallTitles[5]),
                                             std::string(kSmallTitles[16]),
                                             std::string(kSmallTitles[27]), "The west"}));
  EXPECT_LT(state.map.label_candidates().back().paint.opacity, 0.6f);
  EXPECT_EQ(state.map.label_candidates()[0].paint.opacity, 1);
  Apply(state, "map-all", "");
  EXPECT_TRUE(state.map.points()->flags.empty());
  EXPECT_EQ(state.map.label_candidates().size(), size_t{kSmallItems} + 2);
}

// A finger that lands between two dots means the one that is wanted.
TEST(TopicFilter, FingersAndArrowsGoToWhatIsWanted) {
  IdeasState state = EmptyState();
  Apply(state, "map-topic", "0");  // 0, 11, 22
  const PointTable& points = *state.map.points();
  EXPECT_EQ(NearestDot(points, GridPlace(1), 0.1f), 1u);
  EXPECT_EQ(NearestDot(points, GridPlace(1), 0.4f), 0u);
  EXPECT_EQ(NextDot(points, 0, {1, 0}), 11u);
  Apply(state, "map-all", "");
  EXPECT_EQ(NextDot(*state.map.points(), 0, {1, 0}), 1u);
}

}  // namespace
}  // namespace meander
