// The names on the chart: the eleven topics where most of each lies, and two finer levels of
// regions named after articles.
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
  std::span<const float> rows;  // unit vectors
  uint32_t dim = 0;
  std::span<const Point2> places;
  std::span<const uint32_t> mentions;
  const NeighborLists& neighbors;
  std::span<const std::vector<TextLink>> links;
  std::span<const std::string> not_names;  // titles an editor would not set on a chart
  uint64_t seed = 1;
};

// Level 0: at most one name a topic. Levels 1 and 2: k-means on the map (k-means++ start by seed),
// about sqrt(n)/2 and 2·sqrt(n) regions, each named by the article that is nearest in meaning to
// what the region's articles have in common, short and often mentioned; no name twice.
std::vector<Region> MakeRegions(const RegionInput& input);

// For items without a topic: the vote of their ten true neighbours that have one, weighted by
// cosine.
std::vector<int> InferTopics(std::span<const SourceArticle> articles,
                             const NeighborLists& neighbors);

}  // namespace meander
