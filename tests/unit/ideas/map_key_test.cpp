// The key of the map: topics that are wanted.
#include "ideas/map_key.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace meander
