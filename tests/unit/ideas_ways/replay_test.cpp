// Replay: its time, its steps, its end; and reduced motion, which cuts from stop to stop.
#include "ideas/replay.h"

#include <gtest/gtest.h>

#include <numeric>

#include "ideas/line_marks.h"
#include "small_map.h"

namespace meander {
namespace {

IdeasState WithJourney(uint32_t stops) {
  IdeasState state = EmptyState();
  for (uint32_t item = 0; item < stops; ++item) OpenArticle(state, item);
  for (Stop& stop : state.journey.stops) {
    if (stop.parent >= 0) stop.length = 0.5f;
  }
  return state;
}

// Frames of 50 ms until it rests; the seconds it took.
double RunToEnd(IdeasState& state, bool reduced_motion) {
  double now_s = 100;
  AdvanceReplay(state, now_s, reduced_motion);
  while (state.replay.is_playing && now_s < 200)
    AdvanceReplay(state, now_s += 0.05, reduced_motion);
  return now_s - 100;
}

TEST(Replay, DrawsTheLineHopByHopAndRests) {
  IdeasState state = WithJourney(4);
  Apply(state, "replay-open", {});
  ASSERT_TRUE(state.replay.is_playing);
  View view;
  view.viewport = {860, 744, 1};
  EXPECT_EQ(DrawnShare(state, view), 0);
  EXPECT_NEAR(RunToEnd(state, false), 3 * 1.2, 0.2);
  EXPECT_EQ(DrawnShare(state, view), 1);
  EXPECT_FALSE(AdvanceReplay(state, 300, false)) << "at rest it asks for no frame";
  Apply(state, "replay-play", {});
  EXPECT_EQ(state.replay.at, 0) << "from the beginning again";
}

TEST(Replay, TakesTenSecondsAtMostAndFartherHopsLonger) {
  IdeasState state = WithJourney(30);
  state.journey.stops[3].length = 1;
  state.journey.stops[4].length = 0.1f;
  const std::vector<double> seconds = HopSeconds(state);
  ASSERT_EQ(seconds.size(), 29u);
  EXPECT_NEAR(std::accumulate(seconds.begin(), seconds.end(), 0.0), 10, 1e-9);
  EXPECT_GT(seconds[2], seconds[3]);
  Apply(state, "replay-pace", "fast");
  Apply(state, "replay-open", {});
  EXPECT_NEAR(RunToEnd(state, false), 5, 0.3);
}

TEST(Replay, ReducedMotionCutsFromStopToStop) {
  IdeasState state = WithJourney(4);
  Apply(state, "replay-open", {});
  AdvanceReplay(state, 100, true);
  AdvanceReplay(state, 101, true);
  EXPECT_EQ(state.replay.at, 0);
  AdvanceReplay(state, 101.25, true);
  EXPECT_EQ(state.replay.at, 1) << "no hop is ever half drawn";
}

TEST(Replay, StepsScrubsPausesAndCloses) {
  IdeasState state = WithJourney(5);
  Apply(state, "replay-open", {});
  Apply(state, "replay-to", "0.4");
  EXPECT_FALSE(state.replay.is_playing);
  EXPECT_NEAR(state.replay.at, 1.6f, 1e-5f);
  Apply(state, "replay-step", "1");
  EXPECT_EQ(state.replay.at, 2);
  Apply(state, "replay-step", "-1");
  EXPECT_EQ(state.replay.at, 1);
  for (int i = 0; i < 9; ++i) Apply(state, "replay-step", "1");
  EXPECT_EQ(state.replay.at, 4);
  for (const char* wrong : {"", "x", "inf", "nan"}) {
    Apply(state, "replay-to", wrong);
    EXPECT_EQ(state.replay.at, 4) << wrong;
  }
  Apply(state, "replay-close", {});
  View view;
  view.viewport = {860, 744, 1};
  view.reduced_motion = true;
  EXPECT_EQ(DrawnShare(state, view), 1) << "the journey is whole again";
}

TEST(Replay, TellsEachStopOnce) {
  IdeasState state = WithJourney(3);
  Apply(state, "replay-open", {});
  EXPECT_EQ(Only<SayEffect>(TellReplay(state))[0].text, "1 of 3, Coffee");
  EXPECT_TRUE(TellReplay(state).empty());
  Apply(state, "replay-step", "1");
  EXPECT_EQ(Only<SayEffect>(TellReplay(state))[0].text, "2 of 3, Drink");
  EXPECT_TRUE(Apply(state, "replay-open", {}).size() == 1);
  IdeasState alone = WithJourney(1);
  EXPECT_TRUE(Apply(alone, "replay-open", {}).empty());
  EXPECT_FALSE(alone.replay.is_open) << "one stop has no way to replay";
}

}  // namespace
}  // namespace meander
