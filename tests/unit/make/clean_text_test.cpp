// What removed markup leaves in real extracts, and what a reader sees instead. The sentences are
// from the source's articles, shortened.
#include "make/clean_text.h"

#include <gtest/gtest.h>

#include "make/article_source.h"

namespace meander {
namespace {

TEST(CleanText, SetsOneSpaceBetweenWordsAndNoneBeforeMarks) {
  EXPECT_EQ(CleanText("Akira Kurosawa  was a\xC2\xA0"
                      "filmmaker ."),
            "Akira Kurosawa was a filmmaker.");
  EXPECT_EQ(CleanText("Koi , or nishikigoi , are carp ; fish."),
            "Koi, or nishikigoi, are carp; fish.");
  EXPECT_EQ(CleanText("written for .NET and .22 calibre"), "written for .NET and .22 calibre");
}

TEST(CleanText, RemovesWhatPronunciationsLeave) {
  EXPECT_EQ(CleanText("A chair ( ) is a seat."), "A chair is a seat.");
  EXPECT_EQ(CleanText("Aniline () is an amine."), "Aniline is an amine.");
  EXPECT_EQ(CleanText("Avogadro (, also, Italian: [a]; 1776) was"),
            "Avogadro (also, Italian: [a]; 1776) was");
  EXPECT_EQ(CleanText("Basalt ; buh-SALT) is a rock."), "Basalt (buh-SALT) is a rock.");
  EXPECT_EQ(CleanText("an abelian group,[note 1] also"), "an abelian group, also");
  EXPECT_EQ(CleanText("The Six Children,, and more"), "The Six Children, and more");
}

TEST(CleanText, KeepsParagraphsAndJoinsBrokenLines) {
  EXPECT_EQ(CleanText("One.\n\nTwo."), "One.\nTwo.");
  EXPECT_EQ(CleanText("the nucleus and\nthe processes"), "the nucleus and the processes");
  EXPECT_EQ(CleanText("quartz and elbaite.In biblical times"),
            "quartz and elbaite. In biblical times");
}

TEST(CleanText, RepairsUtf8AndDropsControlCharacters) {
  EXPECT_EQ(CleanText("a\xFF"
                      "b"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(CleanText("a\x01\x7F"
                      "b"),
            "ab");
  EXPECT_EQ(CleanText(""), "");
  EXPECT_EQ(CleanText(" \n "), "");
}

TEST(CleanText, DoesNothingToWhatIsClean) {
  const std::string text =
      "Köln (Cologne) is a city; it lies on the Rhine, at 50.9° N.\nIt is old.";
  EXPECT_EQ(CleanText(text), text);
}

TEST(CleanArticleText, SaysWhereAFormulaWas) {
  EXPECT_EQ(CleanArticleText("In an equivalence relation: If , then  (symmetric). If  and , then .",
                             "Relation", true),
            "In an equivalence relation: If …, then … (symmetric). If … and …, then ….");
  EXPECT_EQ(CleanArticleText("also written D can also be used: \n\nwhere ρ is the density",
                             "Density", true),
            "also written D can also be used: … where ρ is the density");
}

TEST(CleanArticleText, DoesNotTakeOtherGapsForFormulas) {
  // A pronunciation after the title, a foreign word's mark-up, a space before a full stop.
  EXPECT_EQ(CleanArticleText("Density  is a ratio.", "Density", true), "Density is a ratio.");
  EXPECT_EQ(CleanArticleText("The name comes from Greek  ἀτμός (atmós) and  σφαῖρα.", "Sky", true),
            "The name comes from Greek ἀτμός (atmós) and σφαῖρα.");
  EXPECT_EQ(CleanArticleText("anatase and small amounts of ilmenite .", "Bauxite", true),
            "anatase and small amounts of ilmenite.");
  EXPECT_EQ(CleanArticleText("the lake is known as  Cocibolca or  Granada.", "Lake", false),
            "the lake is known as Cocibolca or Granada.");
}

TEST(CountFormulaGaps, CountsHolesOnly) {
  EXPECT_EQ(CountFormulaGaps("denoted by  or , is equal to x"), 2);
  EXPECT_EQ(CountFormulaGaps("Akira Kurosawa  was a filmmaker ."), 0);
}

constexpr char kLine[] =
    "{\"title\":\"Coffee\",\"text\":\"A  drink .\",\"description\":\"Hot  "
    "drink\",\"topic\":\"Everyday life\"}\n";

TEST(ReadArticles, CleansAndKnowsTopics) {
  const auto articles = ReadArticles(kLine, 0);
  ASSERT_TRUE(articles.has_value()) << articles.error().message;
  ASSERT_EQ(articles->size(), 1u);
  EXPECT_EQ((*articles)[0].text, "A drink.");
  EXPECT_EQ((*articles)[0].description, "Hot drink");
  EXPECT_EQ((*articles)[0].topic, 5);
}

TEST(ReadArticles, RefusesBadLinesWithTheirNumber) {
  const auto message = [](const std::string& text) {
    return ReadArticles(text, 0).error().message;
  };
  EXPECT_NE(message(std::string(kLine) + "{\"title\":7}\n").find("itle"), std::string::npos);
  EXPECT_NE(message(std::string(kLine) + "nonsense\n").find("Line 2"), std::string::npos);
  EXPECT_NE(message(std::string(kLine) + kLine).find("Coffee"), std::string::npos);  // twice
  EXPECT_EQ(message(""), "The source holds no articles.");
}

TEST(ReadArticles, KeepsEvenlySpacedOnesUnderALimit) {
  std::string jsonl;
  for (int i = 0; i < 10; ++i) {
    jsonl += "{\"title\":\"T" + std::to_string(i) +
             "\",\"text\":\"x\",\"description\":\"\",\"topic\":\"\"}\n";
  }
  const auto articles = ReadArticles(jsonl, 4);
  ASSERT_TRUE(articles.has_value());
  ASSERT_EQ(articles->size(), 4u);
  EXPECT_EQ((*articles)[0].title, "T0");
  EXPECT_EQ((*articles)[3].title, "T7");
  EXPECT_EQ((*articles)[3].topic, -1);
}

}  // namespace
}  // namespace meander
