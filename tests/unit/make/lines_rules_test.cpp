// What may become a line, and what says the same as another.
#include "make/lines_rules.h"

#include <gtest/gtest.h>

#include "../../source_dir.h"
#include "base/files.h"
#include "base/hash.h"

namespace meander {
namespace {

TEST(WordsOfLine, AreLettersWithApostrophesAndHyphensInside) {
  EXPECT_EQ(WordsOfLine("It's a well-known café — 'tis so."),
            (std::vector<std::string_view>{"It's", "a", "well-known", "café", "tis", "so"}));
  EXPECT_TRUE(WordsOfLine("—!?").empty());
}

TEST(FaultOfShape, KeepsWholeShortSentences) {
  for (const char* line :
       {"Call me Ishmael.", "What a fine frosty night; how Orion glitters!", "I do, sir.",
        "'Tis now struck twelve.", "Where is the dogs' dinner?", "It was cold as Iceland—no fire.",
        "Then Mr. Bennet said so to me.", "O God, I could be happy!", "I saw Emma there.",
        "The chief of the gang lived at La Paz."}) {
    EXPECT_EQ(FaultOfShape(line), LineFault::kNone) << line;
  }
}

TEST(FaultOfShape, NamesWhatIsWrong) {
  const std::pair<const char*, LineFault> cases[] = {
      {"Come here.", LineFault::kLength},
      {"A b c.", LineFault::kLength},
      {"One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
       "sixteen seventeen.",
       LineFault::kLength},
      {"the door was open.", LineFault::kUnfinished},
      {"The door was open", LineFault::kUnfinished},
      {"The door was open,", LineFault::kUnfinished},
      {"The door was open—.", LineFault::kUnfinished},
      {"The door was open -.", LineFault::kUnfinished},
      {"The door was 3 feet wide.", LineFault::kMarks},
      {"The door (open) was wide.", LineFault::kMarks},
      {"The door was... open.", LineFault::kMarks},
      {"The \"door\" was open.", LineFault::kMarks},
      {"The 'door' was open.", LineFault::kMarks},
      {"I won't!' said he.", LineFault::kMarks},
      {"The DOOR was open.", LineFault::kCapitals},
      {"The Great Door Was open.", LineFault::kCapitals},
      {"Elle est appelee de hand.", LineFault::kForeign},
      {"Hic et ubique? then we'll shift our ground.", LineFault::kForeign},
  };
  for (const auto& [line, fault] : cases) EXPECT_EQ(FaultOfShape(line), fault) << line;
}

TEST(BarList, BarsByHashOnly) {
  const std::string text = "# why\nword " + HexOf(HashOfBarred("Ugly")) + "\nline " +
                           HexOf(HashOfBarred("They weather was fine.")) + " # a slip\n";
  const auto bars = BarList::Read(text);
  ASSERT_TRUE(bars);
  EXPECT_TRUE(bars->BarsWord("ugly"));
  EXPECT_TRUE(bars->BarsWord("UGLY"));
  EXPECT_TRUE(bars->BarsWord("Ugly's"));
  EXPECT_FALSE(bars->BarsWord("uglier"));
  EXPECT_TRUE(bars->BarsLine("An ugly door was open."));
  EXPECT_TRUE(bars->BarsLine("A door-ugly thing."));
  EXPECT_TRUE(bars->BarsLine("they weather was fine."));
  EXPECT_FALSE(bars->BarsLine("The weather was fine."));
  for (const char* bad : {"word 12", "phrase 0123456789abcdef", "word 0123456789abcdeg", "word"}) {
    EXPECT_FALSE(BarList::Read(bad)) << bad;
  }
}

// The list that ships: it is read, and it has what it must without bothering the innocent.
TEST(BarList, TheProjectsListIsReadWhole) {
  const auto text = ReadTextFile(std::filesystem::path(kSourceDir) / "data/lines/barred.txt");
  ASSERT_TRUE(text);
  const auto bars = BarList::Read(*text);
  ASSERT_TRUE(bars) << bars.error().message;
  for (const char* word : {"night", "black", "river", "ass", "cock", "slave", "mad", "God"}) {
    EXPECT_FALSE(bars->BarsWord(word)) << word;
  }
  EXPECT_TRUE(bars->BarsWord("idiot"));
}

TEST(NameBook, KnowsNamesByTheirCapitals) {
  NameBook names;
  for (const char* line : {"I saw Emma and the Rose.", "Yes, Emma was there.", "A rose is red.",
                           "The rose fell.", "Well! Emma went to Bath."}) {
    names.Count(line);
  }
  EXPECT_TRUE(names.IsName("Emma"));
  EXPECT_TRUE(names.IsName("Emma's"));
  EXPECT_TRUE(names.IsName("Bath"));
  EXPECT_FALSE(names.IsName("Rose"));  // small twice, large once
  EXPECT_FALSE(names.IsName("emma"));
  EXPECT_FALSE(names.IsName("God"));
  EXPECT_TRUE(names.HasName("Emma fell."));
  EXPECT_FALSE(names.HasName("The door fell."));
  EXPECT_TRUE(names.HasName("The door of Zanzibar fell."));  // never seen, and with a capital
}

TEST(TwinKey, MasksNamesAndSmallWords) {
  NameBook names;
  names.Count("Then Emma and Harriet saw John.");
  const auto key = [&](const char* line) { return TwinKey(line, names); };
  EXPECT_EQ(key("He said so to Emma."), key("He said so to John!"));
  EXPECT_EQ(key("It was very cold."), key("Oh, it was rather cold."));
  EXPECT_EQ(key("Cold it was."), key("It was cold."));
  EXPECT_NE(key("It was cold."), key("Was it cold?"));
  EXPECT_NE(key("It was cold."), key("It was not cold."));
  EXPECT_NE(key("Well, well, now."), key("Oh no, no."));
}

}  // namespace
}  // namespace meander
