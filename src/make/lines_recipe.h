// A recipe of a pack of lines, whole: one that adds to another takes over what that one says.
#pragma once

#include <filesystem>
#include <string>

#include "base/error.h"
#include "base/json_reader.h"

namespace meander {

// "adds_to" names another recipe below `project` (which adds to none): its fields are taken where
// this one has none of its own, its sources come before this one's, and "thinned" (a folder: a
// number) sets how many lines of a source of the other may stay, so that the sum stays small.
Result<Json> ReadLinesRecipe(const std::filesystem::path& project,
                             const std::filesystem::path& file);

// What the recipe's "licence" says, and the texts of the files it names (below `sources`), as one
// text for LICENSE.txt in the pack; empty where the recipe has none.
Result<std::string> ReadLicence(const Json& recipe, const std::filesystem::path& sources);

}  // namespace meander
