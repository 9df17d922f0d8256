// Words, what two lines share, and whether they may glide.
#include "sentences/words_of.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

TEST(WordsOf, SplitsAtSpacesAndKeepsThemWithTheWordBefore) {
  const auto words = LineWordsOf("It’s—well, 2 doors.");
  ASSERT_EQ(words.size(), 3u);
  EXPECT_EQ(words[0].begin, 0u);
  EXPECT_EQ(words[1].folded, "2");
  EXPECT_EQ(words[2].folded, "doors");
  EXPECT_TRUE(words[2].has_sense);
  EXPECT_EQ(words[1].begin, words[0].end);
}

TEST(WordsOf, MatchesInOrderAndOnlyOnce) {
  const auto from = LineWordsOf("the door and the door"), to = LineWordsOf("a door, the end");
  const auto pairs = MatchWords(from, to);
  // "door" carries more than "the", so it is kept where not both can be.
  ASSERT_EQ(pairs.size(), 2u);
  EXPECT_EQ(pairs[0], std::pair(1, 1));
  EXPECT_EQ(pairs[1], std::pair(3, 2));
}

TEST(WordsOf, GlidesOnFortyPercentOrOneWordWithSense) {
  const auto glides = [](std::string_view a, std::string_view b) {
    const auto from = LineWordsOf(a), to = LineWordsOf(b);
    return MayGlide(from, to, MatchWords(from, to));
  };
  EXPECT_TRUE(glides("He saw the lighthouse.", "Nobody ever came to that lighthouse again."));
  EXPECT_TRUE(glides("I am not he.", "I am not so old as that."));  // 3 of 4
  EXPECT_FALSE(glides("I went to the old house.", "The sea was calm all that long day."));
  EXPECT_FALSE(glides("", "One."));
}

TEST(WordsOf, LettersAreLitInRunsOfThreeWithinWords) {
  const std::string line = "The thousand";
  const auto runs = SharedLetters(line, "Three sands");
  ASSERT_EQ(runs.size(), 1u);  // "sand": "th" is too short, and "e th" is no run
  EXPECT_EQ(line.substr(runs[0].first, runs[0].second - runs[0].first), "sand");
}

}  // namespace
}  // namespace meander
