// Names on the chart: topics where most of each lies, regions by words their articles share; topics
// of articles without one by the vote of their neighbours.
#include "make/regions.h"

#include <gtest/gtest.h>

#include <cmath>

#include "make/layout.h"
#include "make/region_names.h"

namespace meander {
namespace {

// Two heaps of twenty: even items are birds (topic 7) at the left, odd ones machines (9) at the
// right. Items 0 and 1 are the general words; 2 is a person, 4 one single species.
struct TwoHeaps {
  std::vector<SourceArticle> articles;
  std::vector<int> topics;
  std::vector<float> rows;
  std::vector<Point2> places;
  std::vector<uint32_t> mentions;
  std::vector<std::vector<TextLink>> links;
  NeighborLists neighbors;
  std::vector<std::string> not_names;

  TwoHeaps() {
    for (uint32_t i = 0; i < 40; ++i) {
      const bool is_bird = i % 2 == 0;
      const std::string word = is_bird ? "bird" : "machine";
      articles.push_back({(is_bird ? "Feathered thing " : "Turning thing ") + std::to_string(i),
                          "It is a " + word + ".", "", is_bird ? 7 : 9});
      topics.push_back(is_bird ? 7 : 9);
      const float angle = (is_bird ? 0.f : 1.5f) + 0.01f * static_cast<float>(i);
      rows.push_back(std::cos(angle));
      rows.push_back(std::sin(angle));
      places.push_back({(is_bird ? -0.7f : 0.7f) + 0.002f * static_cast<float>(i),
                        0.001f * static_cast<float>(i * i % 17)});
      const auto length = static_cast<uint32_t>(word.size());
      links.push_back({{8, 8 + length, is_bird ? 0u : 1u, 0.5f}});
      mentions.push_back(i < 2 ? 20 : 0);
    }
    articles[0].title = "Bird";
    articles[1].title = "Machine";
    articles[2] = {"Darwin", "He liked every bird.", "Naturalist", 0};
    topics[2] = 0;
    articles[4] = {"Robin", "A robin is a bird.", "Species of bird", 7};
    neighbors = ExactNeighbors(rows, 2, 10, 1);
  }
  RegionInput Input() const {
    return {articles, topics, rows, 2, places, mentions, neighbors, links, not_names, 1};
  }
};

const Region* Named(const std::vector<Region>& regions, int level, const std::string& name) {
  for (const Region& region : regions) {
    if (region.level == level && region.name == name) return &region;
  }
  return nullptr;
}

TEST(Regions, TopicsAreNamedWhereMostOfThemLies) {
  const TwoHeaps map;
  const std::vector<Region> regions = MakeRegions(map.Input());
  const Region* biology = Named(regions, 0, "Biology & health");
  const Region* technology = Named(regions, 0, "Technology");
  ASSERT_TRUE(biology != nullptr && technology != nullptr);
  EXPECT_LT(map.places[biology->anchor].x, 0);
  EXPECT_GT(map.places[technology->anchor].x, 0);
  EXPECT_EQ(biology->topic, 7);
  EXPECT_EQ(Named(regions, 0, "People"), nullptr);  // one article makes no region
}

TEST(Regions, NoNameTwiceAndEachStandsOnAnArticle) {
  const TwoHeaps map;
  std::set<std::string> names;
  for (const Region& region : MakeRegions(map.Input())) {
    EXPECT_TRUE(names.insert(region.name).second) << region.name;
    EXPECT_LT(region.anchor, 40u);
    EXPECT_GT(region.importance, 0);
  }
}

TEST(RegionNames, AreTheWordsARegionsArticlesShare) {
  const TwoHeaps map;
  std::vector<uint32_t> birds, machines;
  for (uint32_t i = 0; i < 40; ++i) (i % 2 == 0 ? birds : machines).push_back(i);
  const RegionNamer namer(map.Input());
  EXPECT_EQ(namer.NameOf(birds, {-0.7f, 0}, {}), 0u);
  EXPECT_EQ(namer.NameOf(machines, {0.7f, 0}, {}), 1u);
}

TEST(RegionNames, AreNoPersonAndNotTaken) {
  const TwoHeaps map;
  const std::vector<uint32_t> darwin{2};
  const RegionNamer namer(map.Input());
  EXPECT_NE(namer.NameOf(darwin, {-0.7f, 0}, {}), 2u);
  EXPECT_NE(namer.NameOf(darwin, {-0.7f, 0}, {"Bird"}), 0u);
  EXPECT_EQ(namer.NameOf(darwin, {-0.7f, 0}, {"Bird", "Machine", "Robin"}),
            kNoName);  // others have figures
}

TEST(Regions, AreNotNamedWhatTheRecipeRulesOut) {
  TwoHeaps map;
  EXPECT_NE(Named(MakeRegions(map.Input()), 1, "Bird"), nullptr);
  map.not_names = {"Bird"};
  for (const Region& region : MakeRegions(map.Input())) EXPECT_NE(region.name, "Bird");
}

TEST(InferTopics, TakesTheNeighboursVoteAndLeavesKnownOnes) {
  std::vector<SourceArticle> articles(4);
  articles[0].topic = -1;
  articles[1].topic = 3;
  articles[2].topic = 8;
  articles[3].topic = 8;
  NeighborLists lists{3,
                      {{1, .9f},
                       {2, .5f},
                       {3, .5f},
                       {0, 1},
                       {2, 1},
                       {3, 1},
                       {0, 1},
                       {1, 1},
                       {3, 1},
                       {0, 1},
                       {1, 1},
                       {2, 1}}};
  EXPECT_EQ(InferTopics(articles, lists), (std::vector<int>{8, 3, 8, 8}));  // .5 + .5 beats .9
  lists.flat[0].cosine = 1;
  lists.flat[1].cosine = lists.flat[2].cosine = .4f;
  EXPECT_EQ(InferTopics(articles, lists)[0], 3);
}

}  // namespace
}  // namespace meander
