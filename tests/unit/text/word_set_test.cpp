// Which lines say nearly the same.
#include "text/word_set.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

bool Twins(std::string_view a, std::string_view b, const SmallWords* small = nullptr) {
  return AreTwins(WordSetOf(a, small), WordSetOf(b, small));
}

TEST(WordSet, WordsKeepTheirInnerMarksOnly) {
  EXPECT_EQ(
      WordsOf("\u201cI won\u2019t!\u201d\u2014'tis the ship's look-out."),
      (std::vector<std::string_view>{"I", "won\u2019t", "tis", "the", "ship's", "look", "out"}));
  EXPECT_TRUE(WordsOf("\xE2\x80 ?! \u2026").empty());
  EXPECT_EQ(NumberOfWord("Won\u2019t"), NumberOfWord("won't"));
}

TEST(WordSet, TwinsAreToldFromLinesThatShareAWord) {
  EXPECT_TRUE(Twins("I do not know.", "I don't know."));
  EXPECT_TRUE(Twins("He smiled shyly.", "She smiled softly.")) << "one frame, one word changed";
  EXPECT_TRUE(
      Twins("Your lamp is getting dim.", "Your lamp is getting dim, and you're out of batteries."));
  EXPECT_TRUE(Twins("The clerk turned to Ahab.", "The clerk turned to Emma Woodhouse.")) << "names";
  EXPECT_FALSE(Twins("The ship was silent.", "He laughed at the moon."));
  EXPECT_FALSE(Twins("The storm grounded the ship.", "The ship got under way."));
  EXPECT_FALSE(Twins("", ""));
}

TEST(WordSet, NamesAtTheBeginAreKnownByTheWordsThatOthersWriteSmall) {
  SmallWords small;
  for (int i = 0; i < 3000; ++i) small.Note("Nobody was silent; the ship sank.");
  small.Sort();
  EXPECT_EQ(small.size(), 5u);
  EXPECT_TRUE(small.Has(NumberOfWord("ship")));
  EXPECT_FALSE(small.Has(NumberOfWord("Nobody")));
  EXPECT_FALSE(Twins("Alice ran home.", "Emma ran away.")) << "two words of four";
  EXPECT_TRUE(Twins("Alice ran home.", "Emma ran away.", &small));
}

TEST(WordSet, NamesAreCapitalsThatNothingElseAsksFor) {
  EXPECT_TRUE(HasName("So Emma thought."));
  EXPECT_FALSE(HasName("So I thought. Then I'll go! O yes: No."));
  EXPECT_FALSE(HasName("Nobody came."));
}

TEST(WordSet, SharedWordsAreHundredths) {
  EXPECT_EQ(SharedWords({1, 2, 3}, {2, 3, 4}), 50);
  EXPECT_EQ(SharedWords({1}, {1}), 100);
  EXPECT_EQ(SharedWords({}, {}), 0);
}

}  // namespace
}  // namespace meander
