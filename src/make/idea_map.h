// Makes an idea map's pack from its recipe: read, clean, embed, neighbours, layout, regions, links,
// write. Each long step is kept by the hash of its inputs.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

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
};

Result<void> MakeIdeaMap(const MakeOptions& options);

}  // namespace meander
