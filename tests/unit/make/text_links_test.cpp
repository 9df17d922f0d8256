// Which mentions of other titles become links, and which do not.
#include "make/text_links.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

std::vector<SourceArticle> Articles(std::vector<std::pair<std::string, std::string>> pairs) {
  std::vector<SourceArticle> articles;
  for (auto& [title, text] : pairs) articles.push_back({title, text, "", 0});
  return articles;
}

// The words linked in the first article, all articles being `cosine` apart.
std::vector<std::string> Linked(const std::vector<SourceArticle>& articles, float cosine) {
  const auto links =
      FindTextLinks(articles, NeighborLists{}, [&](uint32_t, uint32_t) { return cosine; });
  std::vector<std::string> words;
  for (const TextLink& link : links[0]) {
    words.push_back(articles[0].text.substr(link.begin, link.end - link.begin));
  }
  return words;
}
using Words = std::vector<std::string>;

TEST(TextLinks, TheLongestTitleWins) {
  const auto articles = Articles(
      {{"A", "It grew in South America and in America."}, {"America", ""}, {"South America", ""}});
  EXPECT_EQ(Linked(articles, 0.9f), (Words{"South America", "America"}));
}

TEST(TextLinks, PluralsPossessivesAndTheCount) {
  const auto articles =
      Articles({{"A", "Many berries, boxes and birds; Euclid's work; the Beatles sang."},
                {"Berry", ""},
                {"Box", ""},
                {"Bird", ""},
                {"Euclid", ""},
                {"The Beatles", ""}});
  EXPECT_EQ(Linked(articles, 0.9f), (Words{"berries", "boxes", "birds", "Euclid", "the Beatles"}));
}

TEST(TextLinks, NotItselfNotTwiceNotInsideAWord) {
  const auto articles =
      Articles({{"Bird", "A bird sees a cat; the cat sees a catalogue."}, {"Cat", ""}});
  EXPECT_EQ(Linked(articles, 0.9f), (Words{"cat"}));
}

TEST(TextLinks, NotAcrossTheEndOfASentence) {
  const auto articles = Articles({{"A", "He went south. America was far."}, {"South America", ""}});
  EXPECT_EQ(Linked(articles, 0.9f), Words{});
}

TEST(TextLinks, NamesNeedLessAgreementThanCommonWords) {
  const auto articles =
      Articles({{"A", "He saw Athens and a column."}, {"Athens", ""}, {"Column", ""}});
  // Words that one text uses have the usual lift, 0.2, which counts one and a half times: a common
  // word is linked from 0.1 up, a name from 0.3 less.
  EXPECT_EQ(Linked(articles, -0.21f), Words{});
  EXPECT_EQ(Linked(articles, -0.19f), (Words{"Athens"}));
  EXPECT_EQ(Linked(articles, 0.09f), (Words{"Athens"}));
  EXPECT_EQ(Linked(articles, 0.11f), (Words{"Athens", "column"}));
}

TEST(TextLinks, HomonymsNeedMoreAndLoseToPlainTitles) {
  const auto only_physics = Articles({{"A", "It was his best work."}, {"Work (physics)", ""}});
  EXPECT_EQ(Linked(only_physics, 0.39f), Words{});
  EXPECT_EQ(Linked(only_physics, 0.41f), (Words{"work"}));
  const auto both =
      Articles({{"A", "It was his best work."}, {"Work (physics)", ""}, {"Work", ""}});
  const auto links = FindTextLinks(both, NeighborLists{}, [](uint32_t, uint32_t) { return 0.5f; });
  ASSERT_EQ(links[0].size(), 1u);
  EXPECT_EQ(links[0][0].target, 2u);
}

TEST(TextLinks, APieceOfALongerNameIsNoName) {
  // "Republic" here is part of a name that is not in the pack.
  const auto articles = Articles({{"A", "The Republic of Nowhere has Straw Hats there."},
                                  {"Republic", "A republic is a state."},
                                  {"Hat", "A hat is worn."}});
  EXPECT_EQ(Linked(articles, 0.20f), Words{});
}

TEST(TextLinks, RangesAreBytesThatDoNotCutCharacters) {
  const auto articles =
      Articles({{"A", "From Köln to São Paulo."}, {"Köln", ""}, {"São Paulo", ""}});
  EXPECT_EQ(Linked(articles, 0.9f), (Words{"Köln", "São Paulo"}));
}

TEST(CountMentions, CountsTargets) {
  const auto articles = Articles({{"A", "a cat"}, {"Cat", ""}, {"B", "one cat, two cats"}});
  const auto links =
      FindTextLinks(articles, NeighborLists{}, [](uint32_t, uint32_t) { return 0.9f; });
  EXPECT_EQ(CountMentions(links), (std::vector<uint32_t>{0, 2, 0}));
}

}  // namespace
}  // namespace meander
