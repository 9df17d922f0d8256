// How a line speaks, and what of it is strange between two others.
#include "text/manner.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

TEST(Manner, QuestionsAndCriesAreSeen) {
  EXPECT_TRUE(MannerOf("Who is there?").asks);
  EXPECT_TRUE(MannerOf("\"Help!\" he said.").cries);
  EXPECT_FALSE(MannerOf("He asked who was there.").asks);
  EXPECT_FALSE(MannerOf("").cries);
}

TEST(Manner, OldWordsAreSeenWhole) {
  for (const char* line :
       {"Hast thou found my daughter?", "\u2018Tis late.", "It\u2019s o\u2019er.",
        "The King has kill'd his heart.", "Lo, the sea."}) {
    EXPECT_TRUE(MannerOf(line).is_old) << line;
  }
  for (const char* line : {"They'd gone; I'd stayed.", "The load was heavy.", "Theology is old.",
                           "Modern art is his hobby.", "There'd been rain."}) {
    EXPECT_FALSE(MannerOf(line).is_old) << line;
  }
}

TEST(Manner, WhatAnEndDoesIsNotStrange) {
  const Manner line{true, true, false}, ends{true, false, true};
  EXPECT_EQ(StrangeManners(line, ends), 1);
  EXPECT_EQ(StrangeManners(line, line), 0);
  EXPECT_EQ(StrangeManners({true, true, true}, {}), 3);
}

}  // namespace
}  // namespace meander
