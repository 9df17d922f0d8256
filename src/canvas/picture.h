// A finished picture in memory: rows from the top, four bytes a pixel.
#pragma once

#include <cstdint>
#include <vector>

namespace meander {

struct Picture {
  int width = 0, height = 0;
  std::vector<uint8_t> rgba;  // 4 * width * height
};

}  // namespace meander
