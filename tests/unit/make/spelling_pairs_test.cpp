// Who is suspected of being near by spelling, and who of them is marked.
#include "make/spelling_pairs.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

// A hundred and twenty articles; 0 and 1 are the pair at hand, nearest to one another. Of their
// fifty nearest `in_common` are the same.
struct Stage {
  std::vector<SourceArticle> articles;
  NeighborLists neighbors;
  std::vector<std::vector<TextLink>> links;
  SpellingQuestion question() const { return {articles, neighbors, links}; }
};

Stage MakeStage(const std::string& a, const std::string& b, uint32_t in_common) {
  Stage stage;
  stage.neighbors.per_item = kListsCompared;
  for (uint32_t item = 0; item < 120; ++item) {
    stage.articles.push_back({std::string(1, static_cast<char>('a' + item % 26)) +
                                  std::string(1, static_cast<char>('a' + item / 26)),
                              "Text.", "", 0});
    for (uint32_t i = 0; i < kListsCompared; ++i) {
      uint32_t neighbor = (item + 1 + i) % 120;
      if (item == 0) neighbor = i == 0 ? 1 : 1 + i;
      if (item == 1) neighbor = i == 0 ? 0 : i <= in_common ? 1 + i : 60 + i;
      stage.neighbors.flat.push_back({neighbor, 0.5f});
    }
  }
  stage.articles[0].title = a;
  stage.articles[1].title = b;
  stage.links.resize(120);
  return stage;
}

std::vector<SpellingPair> Marked(const Stage& stage, float left) {
  std::vector<SpellingPair> suspects = SpellingSuspects(stage.question());
  for (SpellingPair& pair : suspects) pair.left = left;
  return NearBySpelling(stage.question(), suspects);
}

TEST(SpellingPairs, TitlesThatBeginAlikeAreSuspected) {
  const Stage stage = MakeStage("Cart", "Cartography", 2);
  const auto suspects = SpellingSuspects(stage.question());
  ASSERT_EQ(suspects.size(), 1u);
  EXPECT_EQ(suspects[0].a, 0u);
  EXPECT_EQ(suspects[0].b, 1u);
  EXPECT_TRUE(SpellingSuspects(MakeStage("Wagon", "Cartography", 2).question()).empty());
}

TEST(SpellingPairs, ALinkOrManyNeighboursInCommonClearThem) {
  for (const uint32_t from : {0u, 1u}) {
    Stage stage = MakeStage("Cart", "Cartography", 2);
    stage.links[from] = {{0, 4, 1 - from, 0.5f}};
    EXPECT_TRUE(SpellingSuspects(stage.question()).empty());
  }
  EXPECT_EQ(SpellingSuspects(MakeStage("Cart", "Cartography", 6).question()).size(), 1u);
  EXPECT_TRUE(SpellingSuspects(MakeStage("Cart", "Cartography", 7).question()).empty());
}

TEST(SpellingPairs, WhatIsLeftOfTheClosenessDecides) {
  // .53, less .08 for each neighbour in common and .18 for a whole word.
  const Stage two = MakeStage("Cart", "Cartography", 2);
  EXPECT_EQ(Marked(two, 0.36f).size(), 1u);
  EXPECT_TRUE(Marked(two, 0.38f).empty());
  const Stage word = MakeStage("Stem cell", "Plant stem", 2);
  EXPECT_EQ(Marked(word, 0.18f).size(), 1u);
  EXPECT_TRUE(Marked(word, 0.20f).empty());
  const Stage none = MakeStage("Cart", "Cartography", 0);
  EXPECT_EQ(Marked(none, 0.52f).size(), 1u);
}

TEST(SpellingPairs, ALittleMapHasNoFiftyToCompare) {
  Stage stage = MakeStage("Cart", "Cartography", 0);
  stage.neighbors.per_item = 10;
  stage.neighbors.flat.resize(1200);
  EXPECT_TRUE(SpellingSuspects(stage.question()).empty());
}

}  // namespace
}  // namespace meander
