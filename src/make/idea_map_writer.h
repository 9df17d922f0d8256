// Writes an idea map's content as a pack: sections in chunks, the head with its manifest.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/error.h"
#include "base/json_reader.h"
#include "make/article_source.h"
#include "pack/sections.h"
#include "pack/spelling_section.h"
#include "space/point.h"

namespace meander {

struct IdeaMapContent {
  std::vector<SourceArticle> articles;
  std::vector<int> topics;  // resolved
  std::vector<Point2> places;
  std::vector<Point2> islands;  // the second layout; empty: none
  NeighborLists neighbors;
  VectorTable vectors;
  std::vector<std::vector<TextLink>> links;
  std::vector<uint32_t> mentions;
  std::vector<Region> regions;
  std::vector<SpellingPair> spelling;  // in order; empty where the map is too little to tell
  std::vector<uint32_t> example;       // the prepared journey's stops; may be empty
  uint64_t seed = 1;
  int threads = 1;
};

// Replaces `target` whole, or leaves it as it was.
Result<void> WriteIdeaMap(const Json& recipe, const IdeaMapContent& content,
                          const std::filesystem::path& target);

}  // namespace meander
