// A recipe as its file has it; what it says is for the makers to check.
#pragma once

#include <filesystem>
#include <vector>

#include "base/files.h"
#include "base/json_reader.h"

namespace meander {

inline Result<Json> ReadRecipe(const std::filesystem::path& file) {
  TRY(const std::string text, ReadTextFile(file));
  return ParseJson(text, "The recipe");
}

// The same, whole: where it says "adds_to", another recipe below `project` (which adds to none),
// that one's fields are taken over where this one has none of its own, also inside its objects; of
// the lists named `lists` the other's come first and this one's after them.
Result<Json> ReadWholeRecipe(const std::filesystem::path& project,
                             const std::filesystem::path& file,
                             const std::vector<const char*>& lists);

}  // namespace meander
