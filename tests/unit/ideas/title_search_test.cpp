// Titles are found by what people type of them: beginnings, inner words, one slip of the finger,
// without the signs and accents their keyboard lacks.
#include "ideas/title_search.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/rng.h"
#include "small_map.h"

namespace meander {
namespace {

using Titles = std::vector<std::string>;

class TitleSearchTest : public testing::Test {
 protected:
  TitleSearchTest() {
    for (uint32_t item = 0; item < kSmallItems; ++item) {
      titles_.emplace_back(kSmallTitles[item]);
      importance_.push_back(static_cast<uint8_t>(200 - item));
    }
    search_ = TitleSearch(titles_, importance_);
  }
  Titles Find(std::string_view typed, size_t limit = 8) const {
    Titles found;
    for (const uint32_t item : search_.Find(typed, limit)) found.push_back(titles_.at(item));
    return found;
  }
  Titles ByWords(std::string_view typed, size_t limit = 8) const {
    Titles found;
    for (const uint32_t item : search_.FindByWords(typed, limit)) found.push_back(titles_.at(item));
    return found;
  }

  Titles titles_;
  std::vector<uint8_t> importance_;
  TitleSearch search_;
};

TEST(FoldForSearch, LowersStripsAndParts) {
  EXPECT_EQ(FoldForSearch("Black  Hole!"), "black hole");
  EXPECT_EQ(FoldForSearch("  (a) 12 "), "a 12");
  EXPECT_EQ(FoldForSearch("Café Señor ÅNGSTRÖM"), "cafe senor angstrom");
  EXPECT_EQ(FoldForSearch("Łukasz Zażółć"), "lukasz zazolc");
  EXPECT_EQ(FoldForSearch("cafe\u0301"), "cafe");  // an accent of its own
  EXPECT_EQ(FoldForSearch("Trần Nguyễn Huế Kaṇāda"), "tran nguyen hue kanada");
  EXPECT_EQ(FoldForSearch("Ơ ư ș"), "o u s");
  EXPECT_EQ(FoldForSearch("3 × 4 ÷ 2"), "3 4 2");
  EXPECT_EQ(FoldForSearch("日本"), "日本");
}

TEST(FoldForSearch, SignsInsideNames) {
  EXPECT_EQ(FoldForSearch("O'Brien J.S. Bach"), "obrien js bach");
  EXPECT_EQ(FoldForSearch("O’Brien Baháʼu'lláh"), "obrien bahaullah");
  EXPECT_EQ(FoldForSearch("Bread–butter—salt‐jam"), "bread butter salt jam");
  EXPECT_EQ(FoldForSearch("“quoted” … and so on"), "quoted and so on");
}

TEST(FoldForSearch, NothingButSignsIsNothing) {
  for (const char* text : {"", " ", "?!", "–", "…", "“”", "\u00A0", "\u200B", "'", "×"}) {
    EXPECT_EQ(FoldForSearch(text), "") << text;
  }
}

TEST(FoldForSearch, FoldedOnceIsFoldedForGood) {
  Rng rng(8);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (uint32_t i = rng.Below(12); i > 0; --i) {
      const uint32_t kind = rng.Below(4);
      if (kind == 0) text += static_cast<char>(rng.Below(256));  // often broken UTF-8
      if (kind == 1) AppendUtf8(0xA0 + rng.Below(0x2000), text);
      if (kind > 1) text += static_cast<char>(' ' + rng.Below(95));
    }
    const std::string folded = FoldForSearch(text);
    ASSERT_EQ(FoldForSearch(folded), folded) << text;
    ASSERT_FALSE(folded.starts_with(' ') || folded.ends_with(' ')) << text;
    ASSERT_EQ(folded.find("  "), folded.npos) << text;
    ASSERT_EQ(RepairUtf8(folded), folded) << text;
  }
}

TEST_F(TitleSearchTest, TheTitleThenBeginningsThenInnerWordsThenInsides) {
  EXPECT_EQ(Find("art"), (Titles{"Art", "Artisan bread", "Cartoon art"}));
  EXPECT_EQ(Find("loom"), (Titles{"Loom", "Looms of the north", "Tidal loom"}));
  EXPECT_EQ(Find("lantern"), (Titles{"Lantern fish", "Salt lantern"}));
  EXPECT_EQ(Find("alphabet"), (Titles{"Alphabet", "Snow alphabet"}));
  EXPECT_EQ(Find("ink"), (Titles{"Drink"}));
  // The word itself counts, not where its letters stand first.
  const Titles titles{"Smartish", "Startled art"};
  EXPECT_EQ(TitleSearch(titles, std::vector<uint8_t>{9, 1}).Find("art", 8),
            (std::vector<uint32_t>{1, 0}));
}

TEST_F(TitleSearchTest, AWholeWordAtTheBeginningComesBeforeALongerWord) {
  const Titles titles{"Moons", "Moon rock", "Half moon"};
  const TitleSearch search(titles, std::vector<uint8_t>{255, 1, 255});
  EXPECT_EQ(search.Find("moon", 8), (std::vector<uint32_t>{1, 0, 2}));
}

TEST_F(TitleSearchTest, EqualMatchesGoByImportanceThenLengthThenOrder) {
  const Titles titles{"Salt b", "Salt a", "Salt long", "Salt c"};
  const TitleSearch search(titles, std::vector<uint8_t>{5, 5, 5, 9});
  EXPECT_EQ(search.Find("salt", 8), (std::vector<uint32_t>{3, 0, 1, 2}));
  EXPECT_EQ(search.Find("salt", 2), (std::vector<uint32_t>{3, 0}));
  EXPECT_EQ(search.Find("salt", 0), (std::vector<uint32_t>{}));
}

TEST_F(TitleSearchTest, CaseAccentsAndSignsDoNotMatter) {
  EXPECT_EQ(Find("CAFE MIRA"), (Titles{"Café Mirabeau"}));
  EXPECT_EQ(Find("café m"), (Titles{"Café Mirabeau"}));
  EXPECT_EQ(Find("zazolc"), (Titles{"Łukasz Zażółć"}));
  EXPECT_EQ(Find("tran minh"), (Titles{"Trần Minh school"}));
  EXPECT_EQ(Find("bread-butter"), (Titles{"Bread–butter dispute"}));
  EXPECT_EQ(Find("bread butter"), (Titles{"Bread–butter dispute"}));
  EXPECT_EQ(Find("O’Brannagh’s"), (Titles{"O'Brannagh's clock"}));
  EXPECT_EQ(Find("obrannaghs"), (Titles{"O'Brannagh's clock"}));
  EXPECT_EQ(Find("js quill"), (Titles{"J.S. Quillfeather"}));
}

TEST_F(TitleSearchTest, OneSlipIsForgivenTwoAreNot) {
  EXPECT_EQ(Find("cofee"), (Titles{"Coffee"}));    // a letter left out
  EXPECT_EQ(Find("cofffee"), (Titles{"Coffee"}));  // one too many
  EXPECT_EQ(Find("coftee"), (Titles{"Coffee"}));   // another one
  EXPECT_EQ(Find("cofefe"), (Titles{"Coffee"}));   // two exchanged
  EXPECT_EQ(Find("balck"), (Titles{"Black hole"}));
  EXPECT_EQ(Find("windmlil"), (Titles{"Windmill arithmetic"}));
  EXPECT_EQ(Find("xalendar"), (Titles{"Calendar reform"}));
  EXPECT_EQ(Find("ctofee"), (Titles{}));
  EXPECT_EQ(Find("bxyck"), (Titles{}));
  // Three letters are too few to guess at.
  EXPECT_EQ(Find("zro"), (Titles{}));
}

TEST_F(TitleSearchTest, EveryTitleAndEveryBeginningOfItIsFound) {
  for (uint32_t item = 0; item < kSmallItems; ++item) {
    const std::string folded = FoldForSearch(titles_[item]);
    EXPECT_EQ(search_.Find(titles_[item], 1), std::vector<uint32_t>{item}) << titles_[item];
    for (size_t length = 1; length <= folded.size(); ++length) {
      const std::vector<uint32_t> found = search_.Find(folded.substr(0, length), kSmallItems);
      EXPECT_NE(std::find(found.begin(), found.end(), item), found.end())
          << folded.substr(0, length);
    }
  }
}

TEST_F(TitleSearchTest, EverySingleSlipInEveryTitleIsForgiven) {
  Rng rng(2);
  for (uint32_t item = 0; item < kSmallItems; ++item) {
    const std::string folded = FoldForSearch(titles_[item]);
    for (size_t at = 0; at < folded.size() && folded.size() > 4; ++at) {
      const char letter = static_cast<char>('a' + rng.Below(26));
      std::string dropped = folded, added = folded, changed = folded, swapped = folded;
      dropped.erase(at, 1);
      added.insert(at, 1, letter);
      changed[at] = letter;
      if (at + 1 < folded.size()) std::swap(swapped[at], swapped[at + 1]);
      for (const std::string& typed : {dropped, added, changed, swapped}) {
        const std::vector<uint32_t> found = search_.Find(typed, kSmallItems);
        EXPECT_NE(std::find(found.begin(), found.end(), item), found.end())
            << typed << " for " << folded;
      }
    }
  }
}

TEST_F(TitleSearchTest, NothingTypedFindsNothing) {
  for (const char* typed : {"", " ", "?", "–", "…", "'"}) {
    EXPECT_EQ(Find(typed), Titles{}) << typed;
    EXPECT_EQ(ByWords(typed), Titles{}) << typed;
  }
  EXPECT_EQ(TitleSearch().Find("coffee", 8), std::vector<uint32_t>{});
}

TEST_F(TitleSearchTest, BrokenAndEndlessTextIsOnlyAText) {
  EXPECT_EQ(Find("\xFF\xC3"), Titles{});
  EXPECT_EQ(Find(std::string("coffee\0", 7)), Titles{"Coffee"});
  EXPECT_EQ(Find(std::string(100000, 'a')), Titles{});
}

TEST_F(TitleSearchTest, ByWordsCountsSharedWords) {
  EXPECT_EQ(ByWords("a history of the moss calendar"),
            (Titles{"Moss calendar", "History of moss", "Calendar reform"}));
  EXPECT_EQ(ByWords("a history of the moss calendar", 1), (Titles{"Moss calendar"}));
  // A plural finds the singular; the commonest words and single letters count for nothing.
  EXPECT_EQ(ByWords("bridges"), (Titles{"Paper bridge", "Bridge of sighs and salt"}));
  EXPECT_EQ(ByWords("what is the of and"), Titles{});
  EXPECT_EQ(ByWords("submarine"), Titles{});
}

}  // namespace
}  // namespace meander
