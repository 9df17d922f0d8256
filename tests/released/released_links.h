// The links of a room that a release has given out (links.txt).
#pragma once

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "../source_dir.h"

namespace meander {

inline std::vector<std::string> ReleasedLinks(std::string_view room) {
  std::ifstream file(std::string(kSourceDir) + "/tests/released/links.txt");
  std::vector<std::string> links;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with(std::string(room) + ".")) links.push_back(line);
  }
  return links;
}

}  // namespace meander
