// The knob, its detents, and Play.
#include <gtest/gtest.h>

#include "small_way.h"

namespace meander {
namespace {

TEST(ReadingTest, TheKnobRestsOnLinesAndStaysBetweenThemOnlyWhileHeld) {
  SentencesState state = StateWithWay();
  Apply(state, "scrub", "3.06");
  EXPECT_EQ(state.reading.at, 3);  // a detent
  Apply(state, "scrub", "3.4");
  EXPECT_FLOAT_EQ(state.reading.at, 3.4f);
  EXPECT_FALSE(AdvanceReading(state, false));
  state.now_s = 10;
  Apply(state, "scrub-end", "3.4");
  state.now_s = 10.08;
  EXPECT_TRUE(AdvanceReading(state, false));
  EXPECT_LT(state.reading.at, 3.4f);
  state.now_s = 10.2;
  EXPECT_FALSE(AdvanceReading(state, false));
  EXPECT_EQ(state.reading.at, 3);
}

TEST(ReadingTest, KeysThatComeFasterThanThePageAreAllCounted) {
  SentencesState state = StateWithWay();
  Apply(state, "scrub-end", "1");
  Apply(state, "scrub-end", "+1");
  Apply(state, "scrub-end", "+1");
  EXPECT_EQ(state.current(), 3);
  for (int i = 0; i < 40; ++i) Apply(state, "scrub-end", "-1");
  EXPECT_EQ(state.current(), 0);
  for (int i = 0; i < 40; ++i) Apply(state, "scrub-end", "+1");
  EXPECT_EQ(state.current(), state.stop_count() + 1);
}

TEST(ReadingTest, PlayReadsEachLineAndStopsAtTheEnd) {
  SentencesState state = StateWithWay(3);
  state.now_s = 5;
  Apply(state, "go", "1");
  Apply(state, "play", "");
  state.now_s = 6.1;
  EXPECT_TRUE(AdvanceReading(state, false));
  EXPECT_EQ(state.reading.at, 1);
  state.now_s = 6.33;  // on its way
  AdvanceReading(state, false);
  EXPECT_GT(state.reading.at, 1);
  EXPECT_LT(state.reading.at, 2);
  state.now_s = 6.5;
  AdvanceReading(state, true);  // reduced motion: never between two lines
  EXPECT_EQ(state.reading.at, 2);
  state.now_s = 30;
  EXPECT_FALSE(AdvanceReading(state, false));
  EXPECT_EQ(state.reading.at, 4);
  EXPECT_FALSE(state.reading.is_playing);
  Apply(state, "play", "");  // from the end: from the beginning
  EXPECT_EQ(state.reading.at, 0);
}

}  // namespace
}  // namespace meander
