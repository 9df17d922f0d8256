// Makes an idea map's pack from its recipe: read, clean, embed, neighbours, layout, regions, links,
// write. Each long step is kept by the hash of its inputs.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/error.h"

namespace meander {

struct MakeOptions {
  std::filesystem::path recipe;   // data/recipes/NAME.json
  std::filesystem::path cache;    // sources/, model/, steps/ below it
  std::filesystem::path project;  // where data/sources/ lies
  std::filesystem::path target;   // folder of the finished pack; replaced whole
  std::string python = "python3";
  int threads = 1;
  // Says what is done and how much of it; false stops (kCancelled) and leaves nothing half made.
  std::function<bool(const std::string& step, double share)> progress;
  // Of a pack of photos: an item's known answers (pack/photo_sections.h), one after the other, from
  // the engine, which nothing here knows. Given a folder with all but those; may be empty.
  std::function<Result<std::vector<std::vector<uint8_t>>>(const std::filesystem::path& pack)>
      known_answers;
};

Result<void> MakeIdeaMap(const MakeOptions& options);

}  // namespace meander
