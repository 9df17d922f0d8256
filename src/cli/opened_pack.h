// A pack with its files on disk, read and verified whole, for verbs that look into one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "pack/format.h"
#include "pack/layout_section.h"
#include "pack/road_section.h"
#include "pack/sections.h"
#include "pack/spelling_section.h"

namespace meander {

struct OpenedPack {
  PackHead head;
  std::vector<std::string> titles;
  std::vector<Article> articles;
  Positions positions;
  Topics topics;
  SecondLayout islands;  // empty in packs without
  std::vector<Region> regions;
  std::vector<uint8_t> link_counts;     // empty in packs made before there were any
  std::optional<MapMeasures> measures;  // the same
  std::vector<SpellingPair> spelling;   // the same
  NeighborLists neighbors;
  VectorTable vectors;
  RoadMap roads_by_meaning, roads_by_links;  // empty in packs made before there were any
  uint64_t bytes_first_view = 0;             // raw
};

// Every chunk of every section is read, verified and decoded.
Result<OpenedPack> OpenPack(const std::filesystem::path& folder);
// By its exact title, else by the only one that differs in case alone; kNotFound with a sentence.
Result<uint32_t> ItemOfTitle(const OpenedPack& pack, const std::string& title);

}  // namespace meander
