// Names on the chart: topics where most of each lies, regions by words their articles share; topics
// of articles without one by the vote of their neighbours.
#include "make/regions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "make/broader_words.h"
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
  RegionInput Input() const { return {articles, topics, places, not_names, 1}; }
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

using Lands = std::vector<std::vector<uint32_t>>;

TEST(RegionNames, AreTheWordsARegionsArticlesShare) {
  const TwoHeaps map;
  Lands heaps(2);
  for (uint32_t i = 0; i < 40; ++i) heaps[i % 2].push_back(i);
  const RegionNamer namer(map.articles);
  std::set<std::string> taken;
  EXPECT_EQ(namer.Name(heaps, taken), (std::vector<std::string>{"Bird", "Machine"}));
  // What is taken is not given again, and a region whose articles share nothing else has no name.
  EXPECT_EQ(namer.Name(heaps, taken), (std::vector<std::string>{"", ""}));
}

// Twelve of each kind, so that nothing is everywhere.
std::vector<SourceArticle> Described(std::initializer_list<const char*> descriptions) {
  std::vector<SourceArticle> articles;
  for (int i = 0; i < 12; ++i) {
    for (const char* description : descriptions) {
      const auto number = std::to_string(articles.size());
      articles.push_back({"Article " + number, "Nothing is said here.", description, -1});
    }
  }
  return articles;
}
// The articles of some of the kinds.
std::vector<uint32_t> Of(std::initializer_list<uint32_t> kinds, uint32_t of) {
  std::vector<uint32_t> items;
  for (uint32_t i = 0; i < 12 * of; ++i) {
    if (std::ranges::find(kinds, i % of) != kinds.end()) items.push_back(i);
  }
  return items;
}

TEST(RegionNames, AsManyTermsAsSayMore) {
  const std::vector<SourceArticle> articles =
      Described({"Species of moss", "Kind of hat", "Type of kite", "Form of puppet", "Kind of knot",
                 "Type of lamp"});
  const RegionNamer namer(articles);
  std::set<std::string> taken;
  const Lands lands{Of({0}, 6), Of({1, 2}, 6), Of({3, 4, 5}, 6)};
  EXPECT_EQ(namer.Name(lands, taken),
            (std::vector<std::string>{"Moss", "Hat & kite", "Knot, lamp & puppet"}));
}

TEST(RegionNames, ABroaderWordWhereNarrowOnesSayLess) {
  const std::vector<SourceArticle> articles =
      Described({"German chemist", "British physicist", "Botanist", "Astronomer", "Kind of hat",
                 "Type of kite"});
  const RegionNamer namer(articles);
  std::set<std::string> taken;
  EXPECT_EQ(namer.Name(Lands{Of({0, 1, 2, 3}, 6)}, taken),
            (std::vector<std::string>{"Scientists"}));
}

TEST(RegionNames, PlacesTellRegionsOfAKindApart) {
  const std::vector<SourceArticle> articles =
      Described({"River in Kenya", "River in Vietnam", "City in Kenya", "City in Vietnam",
                 "Kind of hat", "Type of kite"});
  const RegionNamer namer(articles);
  std::set<std::string> taken;
  const std::vector<std::string> names =
      namer.Name(Lands{Of({0}, 6), Of({1}, 6), Of({2}, 6), Of({3}, 6)}, taken);
  EXPECT_EQ(names, (std::vector<std::string>{"Rivers of Africa", "Rivers of Asia",
                                             "Cities of Africa", "Cities of Asia"}));
  // Half of them rivers and the other half in Kenya are no rivers of Kenya.
  taken.clear();
  const std::vector<SourceArticle> mixed = Described(
      {"River", "Hat in Kenya", "Kind of kite", "Kind of knot", "Type of lamp", "Form of puppet"});
  const std::vector<std::string> name = RegionNamer(mixed).Name(Lands{Of({0, 1}, 6)}, taken);
  EXPECT_EQ(name[0].find(" of "), std::string::npos) << name[0];
  for (const std::string& given : names) EXPECT_LE(given.size(), kLongestName);
}

TEST(BroaderWords, AreTermsOfTheArticlesThatSayThem) {
  std::vector<SourceArticle> articles(3);
  articles[0] = {"One", "Nothing.", "Country in the Philippines", -1};
  articles[1] = {"Two", "Loans have a price.", "", -1};
  articles[2] = {"Three", "It had its price.", "", -1};
  const RegionTerms terms(articles);
  std::vector<std::string> found;
  for (uint32_t item = 0; item < 3; ++item) {
    found.emplace_back();
    for (const TermUse& use : terms.Of(item)) found.back() += terms.KeyOf(use.term) + ";";
  }
  EXPECT_NE(found[0].find("Asia;"), std::string::npos) << found[0];
  EXPECT_NE(found[1].find("economy;"), std::string::npos) << found[1];
  EXPECT_EQ(found[2].find("economy;"), std::string::npos) << "one word alone may mean anything";
}

TEST(BroaderWords, EachOnce) {
  std::set<std::string_view> words;
  for (const BroaderWord& broader : BroaderWords()) {
    EXPECT_TRUE(words.insert(broader.word).second) << broader.word;
    std::set<std::string> narrower;
    std::istringstream all{std::string(broader.narrower)};
    for (std::string word; all >> word;)
      EXPECT_TRUE(narrower.insert(word).second) << word << " in " << broader.word;
  }
}

TEST(RegionTerms, ADescriptionSaysWhatAndWhere) {
  const auto kinds = [](const char* description) { return WhatItSays(description).kinds; };
  const auto places = [](const char* description) { return WhatItSays(description).places; };
  using Words = std::vector<std::string>;
  EXPECT_EQ(kinds("American blues musician and songwriter (1911–1938)"),
            (Words{"musician", "songwriter"}));
  EXPECT_EQ(kinds("Species of tree"), Words{"tree"});
  EXPECT_EQ(kinds("Statesman, diplomat, and political theorist (1469–1527)"),
            (Words{"statesman", "diplomat", "theorist"}));
  EXPECT_EQ(kinds("Public university in Beijing, China"), Words{"university"});
  EXPECT_EQ(places("Public university in Beijing, China"), (Words{"Beijing", "China"}));
  EXPECT_EQ(places("Deepest oceanic trench on Earth"), Words{"Earth"});
  EXPECT_EQ(places("Largest desert in North America"), Words{"North America"});
  EXPECT_EQ(kinds(""), Words{});
  EXPECT_EQ(kinds(" (,;. and of"), Words{});
}

TEST(RegionTerms, NumberOfWords) {
  const std::pair<const char*, const char*> words[] = {
      {"city", "cities"},         {"bird", "birds"}, {"church", "churches"},
      {"statesman", "statesmen"}, {"fish", "fish"},  {"physics", "physics"},
      {"species", "species"},     {"play", "plays"}, {"class", "classes"},
      {"human", "humans"}};
  for (const auto& [one, many] : words) {
    EXPECT_EQ(PluralOf(one), many);
    EXPECT_EQ(SingularOf(many), std::string(one) == "statesman" ? "statesmen" : one);
  }
  EXPECT_EQ(SingularOf("Status"), "status");
}

TEST(RegionTerms, NobodyAndNothingVagueIsATerm) {
  std::vector<SourceArticle> articles(4);
  articles[0] = {"Darwin", "He saw a finch.", "English naturalist (1809–1882)", -1};
  articles[1] = {"Finch", "Darwin saw this bird in that time.", "Family of birds", 7};
  articles[2] = {"Time", "A river of Darwin, it is said.", "Measure", 8};
  articles[3] = {"River", "Water that runs.", "Body of water", 2};
  const RegionTerms terms(articles);
  std::set<std::string> keys;
  for (uint32_t item = 0; item < 4; ++item) {
    for (const TermUse& use : terms.Of(item)) keys.insert(terms.KeyOf(use.term));
  }
  EXPECT_EQ(keys, (std::set<std::string>{"Europe", "animal", "bird", "finch", "naturalist", "river",
                                         "scientist", "water"}));
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
