// Every action the Ideas room knows, read from its own tables, so that a new one is tested the day
// it is written.
#pragma once

#include <filesystem>
#include <regex>
#include <set>
#include <string>

#include "../../source_dir.h"
#include "base/files.h"

namespace meander {

inline std::set<std::string> ActionNames() {
  const std::filesystem::path folder = std::filesystem::path(kSourceDir) / "src/ideas";
  // {"open", OpenItem} in a table, action == "other-away" outside of one.
  const std::regex entry("(?:\\{|action == )\"([a-z][a-z-]+)\"(?:,\\s*[A-Z]\\w+\\}|\\))");
  std::set<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() != ".cpp") continue;
    const std::string text = ReadTextFile(file.path()).value_or("");
    for (std::sregex_iterator at(text.begin(), text.end(), entry), end; at != end; ++at) {
      names.insert((*at)[1]);
    }
  }
  return names;
}

}  // namespace meander
