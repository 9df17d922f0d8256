// What is wished: always a whole mix of 100, pins in order, and the best way first again.
#include "sentences/asking.h"

#include <gtest/gtest.h>

#include "small_way.h"

namespace meander {
namespace {

int SumOf(const SpaceMix& mix) { return mix.meaning + mix.spelling + mix.sound; }

TEST(Asking, AMixIsReadInTheOrderOfTheTriangle) {
  const auto mix = MixFrom("58 30 12");
  ASSERT_TRUE(mix);
  EXPECT_EQ(*mix, (SpaceMix{58, 12, 30}));
  for (const char* bad :
       {"", "58", "58 30", "0 0 0", "-1 50 51", "58 30 12 4", "a b c", "1e9 1 1"}) {
    EXPECT_FALSE(MixFrom(bad)) << bad;
  }
}

TEST(Asking, KeysMoveThePuckAndKeepTheSum) {
  SpaceMix mix{58, 12, 30};
  EXPECT_EQ(MovedBy(mix, "ArrowUp").meaning, 60);
  EXPECT_EQ(MovedBy(mix, "Shift+ArrowDown").meaning, 48);
  EXPECT_EQ(MovedBy(mix, "ArrowRight").spelling, 14);
  EXPECT_EQ(MovedBy(mix, "Shift+ArrowLeft").spelling, 2);
  EXPECT_EQ(MovedBy(mix, "m"), (SpaceMix{100, 0, 0}));
  EXPECT_EQ(MovedBy(mix, "S"), (SpaceMix{0, 0, 100}));
  EXPECT_EQ(MovedBy(mix, "l"), (SpaceMix{0, 100, 0}));
  EXPECT_EQ(MovedBy(mix, "x"), mix);
  uint32_t seed = 1;
  const char* keys[] = {"ArrowUp",       "ArrowDown",       "ArrowLeft",       "ArrowRight",
                        "Shift+ArrowUp", "Shift+ArrowDown", "Shift+ArrowLeft", "Shift+ArrowRight"};
  for (int i = 0; i < 2000; ++i) {
    seed = seed * 1664525u + 1013904223u;
    mix = MovedBy(mix, keys[seed >> 29]);
    ASSERT_EQ(SumOf(mix), 100);
  }
}

TEST(Asking, TheTailRemembersFourPlaces) {
  SentencesState state;
  for (uint8_t i = 1; i <= 6; ++i) SetMix(state, {static_cast<uint8_t>(100 - i), i, 0});
  ASSERT_EQ(state.tail.size(), kTailLength);
  EXPECT_EQ(state.tail[0], (SpaceMix{95, 5, 0}));
}

TEST(Asking, PinsStayInOrderAndWithinTheWay) {
  SentencesState state = StateWithWay();
  Pin(state, 5, {3, "Three."});
  Pin(state, 2, {kNoLine, "Mine\nown"});
  Pin(state, 9, {4, "Beyond."});
  Pin(state, 4, {kNoLine, "  "});
  ASSERT_EQ(state.ask.pins.size(), 2u);
  EXPECT_EQ(state.ask.pins[0].stop, 1);
  EXPECT_EQ(state.ask.pins[0].line.text, "Mine own");
  SwapEnds(state);
  EXPECT_EQ(state.ask.pins[0].stop, 2);  // the fifth of seven is the third from the other end
  EXPECT_EQ(state.ask.pins[1].stop, 5);
  SetSteps(state, 4);
  EXPECT_EQ(state.ask.pins.size(), 1u);
  SetSteps(state, 99);
  EXPECT_EQ(state.ask.steps, kMostStops);
}

TEST(Asking, WordsOnTheWayAreFewAndDistinct) {
  SentencesState state;
  AddVia(state, "  sea ", false);
  AddVia(state, "sea", false);
  AddVia(state, "sea", true);
  AddVia(state, "   ", false);
  EXPECT_EQ(state.ask.vias, (std::vector<std::string>{"sea", "rhyme:sea"}));
  for (int i = 0; i < 9; ++i) AddVia(state, "w" + std::to_string(i), false);
  EXPECT_EQ(state.ask.vias.size(), kMostVias);
}

TEST(Asking, AnotherWayBeginsAnewAfterTheLastAndWithAnyOtherChange) {
  SentencesState state = StateWithWay();
  for (int i = 0; i < kMostAnother; ++i) AnotherWay(state);
  EXPECT_EQ(state.ask.another, kMostAnother);
  AnotherWay(state);
  EXPECT_EQ(state.ask.another, 0);
  AnotherWay(state);
  SetScenic(state, 80);
  EXPECT_EQ(state.ask.another, 0);
}

}  // namespace
}  // namespace meander
