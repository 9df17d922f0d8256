// A link says again all that was wished; damage is a sentence, never a wrong way.
#include "sentences/link.h"

#include <gtest/gtest.h>

#include "small_way.h"

namespace meander {
namespace {

SentencesLink RichLink() {
  SentencesLink link;
  link.ask.a = "The lamp went out.";
  link.ask.b = "By spring the house had learned.";
  link.ask.mix = {58, 12, 30};
  link.ask.steps = 9;
  link.ask.scenic = 80;
  link.ask.within_shelf = 1;
  link.ask.another = 2;
  link.ask.pins = {{2, {21, "A line."}}, {5, {kNoLine, "My own."}}};
  link.ask.vias = {"sea", "rhyme:door"};
  link.ask.banned = {3, 5};
  link.current = 4;
  return link;
}

TEST(SentencesLinkTest, ComesBackWhole) {
  const SentencesLink link = RichLink();
  const std::string payload = WriteSentencesLink(link, SmallHead(), SmallShelves());
  const auto again = ReadSentencesLink(payload, SmallHead(), SmallShelves());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->ask, link.ask);
  EXPECT_EQ(again->current, 4);
  EXPECT_FALSE(again->is_other_corpus);
}

TEST(SentencesLinkTest, AnotherCorpusKeepsPinsByTheirWords) {
  const std::string payload = WriteSentencesLink(RichLink(), SmallHead(), SmallShelves());
  PackHead other = SmallHead();
  other.sections[1].chunks[0].hash = 99;
  Shelves fewer = SmallShelves();
  fewer.shelves[1].id = "persuasion";
  const auto again = ReadSentencesLink(payload, other, fewer);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->is_other_corpus);
  EXPECT_EQ(again->ask.pins[0].line, (LineName{kNoLine, "A line."}));
  EXPECT_EQ(again->ask.within_shelf, kNoShelf);
  EXPECT_TRUE(again->ask.banned.empty());
}

TEST(SentencesLinkTest, EveryCutAndEveryNewerVersionIsASentence) {
  std::string payload = WriteSentencesLink(RichLink(), SmallHead(), SmallShelves());
  for (size_t length = 0; length < payload.size(); ++length) {
    EXPECT_FALSE(ReadSentencesLink(payload.substr(0, length), SmallHead(), SmallShelves()));
  }
  EXPECT_FALSE(ReadSentencesLink(payload + "x", SmallHead(), SmallShelves()));
  payload[0] = 9;
  const auto newer = ReadSentencesLink(payload, SmallHead(), SmallShelves());
  ASSERT_FALSE(newer);
  EXPECT_EQ(newer.error().code, ErrorCode::kTooNew);
}

TEST(SentencesLinkTest, WhateverItHoldsTheWishIsValid) {
  const std::string payload = WriteSentencesLink(RichLink(), SmallHead(), SmallShelves());
  uint32_t seed = 3;
  int read = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string altered = payload;
    for (int change = 0; change < 2; ++change) {
      seed = seed * 1664525u + 1013904223u;
      altered[(seed >> 8) % altered.size()] = static_cast<char>(seed);
    }
    const auto link = ReadSentencesLink(altered, SmallHead(), SmallShelves());
    if (!link) continue;
    ++read;
    const GradientRequest& ask = link->ask;
    EXPECT_EQ(ask.mix.meaning + ask.mix.spelling + ask.mix.sound, 100);
    EXPECT_GE(ask.steps, kFewestStops);
    EXPECT_LE(ask.steps, kMostStops);
    for (const LinePin& pin : ask.pins) {
      EXPECT_LT(pin.stop, ask.steps);
      EXPECT_TRUE(pin.line.item == kNoLine || pin.line.item < kSmallItems);
    }
    for (const uint32_t item : ask.banned) EXPECT_LT(item, kSmallItems);
  }
  EXPECT_GT(read, 100);  // the checks above were made
}

}  // namespace
}  // namespace meander
