// Which mentions of other titles become links, and which do not.
#include "make/text_links.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

using Words = std::vector<std::string>;
using Pairs = std::vector<std::pair<std::string, std::string>>;

std::vector<SourceArticle> Articles(const Pairs& pairs) {
  std::vector<SourceArticle> articles;
  for (const auto& [title, text] : pairs) articles.push_back({title, text, "", 0});
  return articles;
}

Words WordsOf(const SourceArticle& article, const std::vector<TextLink>& links) {
  Words words;
  for (const TextLink& link : links)
    words.push_back(article.text.substr(link.begin, link.end - link.begin));
  return words;
}

// The words linked in the first article, all articles being `cosine` apart: no word has more lift
// than one that is hardly used.
Words Linked(const Pairs& pairs, float cosine) {
  const auto articles = Articles(pairs);
  const auto links = FindTextLinks(articles, {}, [&](uint32_t, uint32_t) { return cosine; });
  return WordsOf(articles[0], links[0]);
}

TEST(TextLinks, TheLongestTitleWins) {
  EXPECT_EQ(Linked({{"A", "It grew in South America and in America."},
                    {"America", ""},
                    {"South America", ""}},
                   0.9f),
            (Words{"South America", "America"}));
}

TEST(TextLinks, PluralsPossessivesAndTheCount) {
  EXPECT_EQ(
      Linked({{"A", "Many berries, boxes and birds; in Euclid's work; then the Beatles sang."},
              {"Berry", "A berry is small."},
              {"Box", "A box is a box."},
              {"Bird", "A bird is a bird."},
              {"Euclid", ""},
              {"The Beatles", ""}},
             0.9f),
      (Words{"berries", "boxes", "birds", "Euclid", "the Beatles"}));
}

TEST(TextLinks, NotItselfNotTwiceNotInsideAWord) {
  EXPECT_EQ(Linked({{"Bird", "A bird sees a cat; the cat sees a catalogue."}, {"Cat", ""}}, 0.9f),
            (Words{"cat"}));
}

TEST(TextLinks, NotAcrossTheEndOfASentence) {
  EXPECT_EQ(Linked({{"A", "He went south. America was far."}, {"South America", ""}}, 0.9f),
            Words{});
}

// A word that one article uses has a lift of 0.2, worth 0.3: a common word then needs a cosine of
// 0.14, a plural 0.04, a name -0.16, a title with a parenthesis 0.44.
TEST(TextLinks, HowMuchAgreementEachKindNeeds) {
  const Pairs pairs = {{"A", "He saw Athens, a column, many walls and work."},
                       {"Athens", ""},
                       {"Column", "A column stands."},
                       {"Wall", "A wall stands."},
                       {"Work (physics)", "In physics work is force."}};
  EXPECT_EQ(Linked(pairs, -0.17f), Words{});
  EXPECT_EQ(Linked(pairs, -0.15f), (Words{"Athens"}));
  EXPECT_EQ(Linked(pairs, 0.05f), (Words{"Athens", "walls"}));
  EXPECT_EQ(Linked(pairs, 0.15f), (Words{"Athens", "column", "walls"}));
  EXPECT_EQ(Linked(pairs, 0.43f), (Words{"Athens", "column", "walls"}));
  EXPECT_EQ(Linked(pairs, 0.45f), (Words{"Athens", "column", "walls", "work"}));
}

TEST(TextLinks, ANameWrittenSmallIsSomethingElse) {
  const Pairs pairs = {{"A", "They went west of turkey."},
                       {"Turkey", "Turkey is a country."},
                       {"B", "Then to Turkey and in Turkey."},
                       {"C", "From Turkey."}};
  // Three articles use it: a lift of 0.12, worth 0.18.
  EXPECT_EQ(Linked(pairs, 0.55f), Words{});
  EXPECT_EQ(Linked(pairs, 0.57f), (Words{"turkey"}));
}

TEST(TextLinks, ACommonWordInsideALongerNameIsNeverMeant) {
  const Pairs pairs = {
      {"A", "In the Republic of Nowhere, the Natural History Museum has the Straw Hats there."},
      {"Republic", "A republic is a state."},
      {"History", "In history one looks back."},
      {"Hat", "A hat is worn."}};
  EXPECT_EQ(Linked(pairs, 0.99f), Words{});
}

TEST(TextLinks, ANameInsideALongerNameNeedsMoreUnlessTheLongerOneIsAnother) {
  const Pairs pairs = {{"A", "He left the Chicago Club, then Northern Chicago."}, {"Chicago", ""}};
  const auto articles = Articles(pairs);
  const auto judged = [&](float cosine) {
    std::vector<bool> meant;
    const auto mentions = JudgeMentions(articles, {}, [&](uint32_t, uint32_t) { return cosine; });
    for (const auto& mention : mentions[0]) meant.push_back(mention.is_meant);
    return meant;
  };
  EXPECT_EQ(judged(0.0f), (std::vector{false, true}));
  EXPECT_EQ(judged(0.2f), (std::vector{true, true}));
  EXPECT_EQ(Linked({{"A", "He was at the University of Chicago."}, {"Chicago", ""}}, 0.99f),
            Words{});
  EXPECT_EQ(Linked({{"A", "He met King David I of Scotland."}, {"David", ""}}, 0.99f), Words{});
}

TEST(TextLinks, TitlesThatDifferInTheParenthesisAlone) {
  const Pairs both = {
      {"A", "It was his best work."}, {"Work (physics)", ""}, {"Work", "Work is work."}};
  const auto plain = FindTextLinks(Articles(both), {}, [](uint32_t, uint32_t) { return 0.5f; });
  ASSERT_EQ(plain[0].size(), 1u);
  EXPECT_EQ(plain[0][0].target, 2u);
  // Without a plain one the closer of the two, unless the text says which.
  const Pairs doubtful = {{"A", "In the Jin dynasty there was none."},
                          {"B", "In the Jin dynasty (266–420) there was one."},
                          {"Jin dynasty (1115–1234)", ""},
                          {"Jin dynasty (266–420)", ""}};
  const auto links = FindTextLinks(Articles(doubtful), {}, [](uint32_t a, uint32_t b) {
    return std::max(a, b) == 2 ? 0.9f : 0.8f;
  });
  ASSERT_EQ(links[0].size(), 1u);
  EXPECT_EQ(links[0][0].target, 2u);
  ASSERT_EQ(links[1].size(), 1u);
  EXPECT_EQ(links[1][0].target, 3u);
}

// Eight articles say "well"; only those about wells are near it.
TEST(TextLinks, AWordThatSaysNothingAboutItsArticleIsNotTrusted) {
  Pairs pairs = {{"Isotope", "An isotope is a kind."}, {"Well", "A well is dug."}};
  for (int i = 0; i < 8; ++i)
    pairs.push_back({"T" + std::to_string(i), "It did well with an isotope."});
  for (int i = 0; i < 30; ++i) pairs.push_back({"O" + std::to_string(i), "Nothing."});
  const auto articles = Articles(pairs);
  const auto cosine = [](uint32_t a, uint32_t b) {
    const uint32_t low = std::min(a, b), high = std::max(a, b);
    if (low == 0 && high >= 2 && high < 10) return 0.3f;
    return low == 1 && high == 2 ? 0.3f : 0.05f;
  };
  const auto links = FindTextLinks(articles, {}, cosine);
  EXPECT_EQ(WordsOf(articles[2], links[2]), (Words{"isotope"}));
  EXPECT_EQ(WordsOf(articles[9], links[9]), (Words{"isotope"}));
}

TEST(TextLinks, NeighboursSpeakForTheArticle) {
  const auto articles =
      Articles({{"A", "A column."}, {"Column", "A column stands."}, {"B", ""}, {"C", ""}});
  const auto cosine = [](uint32_t a, uint32_t b) {
    return std::min(a, b) == 0 ? 0.05f : 0.5f;  // A is far from Column, its neighbours are near
  };
  EXPECT_EQ(FindTextLinks(articles, {}, cosine)[0].size(), 0u);
  NeighborLists lists;
  lists.per_item = 2;
  lists.flat = {{2, 0.05f}, {3, 0.05f}, {2, 0.5f}, {3, 0.5f},
                {1, 0.5f},  {3, 0.5f},  {1, 0.5f}, {2, 0.5f}};
  const auto links = FindTextLinks(articles, lists, cosine);
  ASSERT_EQ(links[0].size(), 1u);
  EXPECT_FLOAT_EQ(links[0][0].cosine, 0.05f);
}

TEST(TextLinks, RangesAreBytesThatDoNotCutCharacters) {
  EXPECT_EQ(Linked({{"A", "From Köln to São Paulo."}, {"Köln", ""}, {"São Paulo", ""}}, 0.9f),
            (Words{"Köln", "São Paulo"}));
}

TEST(CountMentions, CountsTargets) {
  const auto articles = Articles({{"A", "a cat"}, {"Cat", ""}, {"B", "one cat, two cats"}});
  const auto links = FindTextLinks(articles, {}, [](uint32_t, uint32_t) { return 0.9f; });
  EXPECT_EQ(CountMentions(links), (std::vector<uint32_t>{0, 2, 0}));
}

}  // namespace
}  // namespace meander
