// The names on the chart: the eleven topics where most of each lies, and two finer levels of
// regions named by words that say their articles.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "make/article_source.h"
#include "pack/sections.h"

namespace meander {

struct RegionInput {
  std::span<const SourceArticle> articles;
  std::span<const int> topics;  // resolved, one an item
  std::span<const Point2> places;
  std::span<const std::string> not_names;  // what an editor would not set on a chart
  uint64_t seed = 1;
};

// Level 0: at most one name a topic. Levels 1 and 2: k-means on the map (k-means++ start by seed),
// about sqrt(n)/2 and 2·sqrt(n) regions, each named by words that say most of its articles
// (region_names.h); no name twice.
std::vector<Region> MakeRegions(const RegionInput& input);

// For items without a topic: the vote of their ten true neighbours that have one, weighted by
// cosine.
std::vector<int> InferTopics(std::span<const SourceArticle> articles,
                             const NeighborLists& neighbors);

}  // namespace meander
