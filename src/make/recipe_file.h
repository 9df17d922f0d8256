// A recipe as its file has it; what it says is for the makers to check.
#pragma once

#include <filesystem>

#include "base/files.h"
#include "base/json_reader.h"

namespace meander {

inline Result<Json> ReadRecipe(const std::filesystem::path& file) {
  TRY(const std::string text, ReadTextFile(file));
  return ParseJson(text, "The recipe");
}

}  // namespace meander
