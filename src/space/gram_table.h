// What short runs of letters or sounds (n-grams) say about a line: every n-gram falls into one of a
// few thousand buckets by a hash, and each bucket has a row of whole numbers. A line's code is the
// sum of the rows of its n-grams; the angle between two codes says how unlike the lines are. Rows
// are made from a corpus by latent semantic analysis (Deerwester et al. 1990); how rare an n-gram
// is there is already in its row, and the direction that all lines share (the first) is left out:
// gradients are better without it (docs/decisions.md has the figures).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace meander {

struct GramTable {
  uint32_t buckets = 0;
  uint32_t dim = 0;
  std::vector<uint16_t> scales;  // buckets
  std::vector<int8_t> codes;     // buckets · dim: entry i of row b is codes[b·dim + i] · scales[b]

  std::span<const int8_t> Row(uint32_t bucket) const {
    return std::span(codes).subspan(size_t{bucket} * dim, dim);
  }
};

}  // namespace meander
