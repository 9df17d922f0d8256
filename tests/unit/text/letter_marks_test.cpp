// How much of their letters two lines show one another.
#include "text/letter_marks.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

int Shared(const char* a, const char* b) { return SharedMarks(LetterMarksOf(a), LetterMarksOf(b)); }

TEST(LetterMarks, SameLettersShareAllAndOthersNone) {
  EXPECT_EQ(Shared("He slammed the book.", "HE SLAMMED THE BOOK!"), 100);
  EXPECT_EQ(Shared("He slammed it.", "Quiet, quiet!"), 0);
  EXPECT_EQ(Shared("He slammed it.", "She slammed a door."), 100);  // all of the shorter one's
}

TEST(LetterMarks, SmallWordsSayNothingUnlessThereIsNothingElse) {
  EXPECT_EQ(Shared("The river and the ferry.", "The wagon and the guest."), 0);
  EXPECT_GT(Shared("I am so.", "So am I."), 50);
  EXPECT_EQ(Shared("", "So am I."), 0);
}

TEST(LetterMarks, PartsOfWordsCount) {
  const int part = Shared("The storm thundered.", "She wondered.");
  EXPECT_GT(part, 20);
  EXPECT_LT(part, 100);
}

}  // namespace
}  // namespace meander
