// Length-limited Huffman codes by package-merge (Larmore and Hirschberg 1990), and CRC-32.
#include <algorithm>
#include <array>
#include <iterator>

#include "canvas/deflate.h"

namespace meander {
namespace {

// A package is a weight and the symbols in it, as a range of nodes of the level below.
struct Package {
  uint64_t weight = 0;
  int symbol = -1;            // ≥ 0: a leaf
  int left = -1, right = -1;  // packages of the level below
};

std::array<uint32_t, 256> MakeCrcTable() {
  std::array<uint32_t, 256> table{};
  for (uint32_t i = 0; i < 256; ++i) {
    uint32_t c = i;
    for (int bit = 0; bit < 8; ++bit) c = (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
    table[i] = c;
  }
  return table;
}

void CountLeaves(const std::vector<std::vector<Package>>& levels, size_t level, int index,
                 std::vector<uint8_t>& lengths) {
  const Package& package = levels[level][static_cast<size_t>(index)];
  if (package.symbol >= 0) {
    ++lengths[static_cast<size_t>(package.symbol)];
    return;
  }
  CountLeaves(levels, level - 1, package.left, lengths);
  CountLeaves(levels, level - 1, package.right, lengths);
}

}  // namespace

std::vector<uint8_t> HuffmanLengths(const std::vector<uint32_t>& counts, int longest) {
  std::vector<uint8_t> lengths(counts.size(), 0);
  std::vector<Package> leaves;
  for (size_t symbol = 0; symbol < counts.size(); ++symbol) {
    if (counts[symbol] > 0) leaves.push_back({counts[symbol], static_cast<int>(symbol)});
  }
  if (leaves.size() == 1) lengths[static_cast<size_t>(leaves[0].symbol)] = 1;
  if (leaves.size() < 2) return lengths;
  const auto lighter = [](const Package& a, const Package& b) { return a.weight < b.weight; };
  std::stable_sort(leaves.begin(), leaves.end(), lighter);
  std::vector<std::vector<Package>> levels{leaves};
  for (int level = 1; level < longest; ++level) {
    const std::vector<Package>& below = levels.back();
    std::vector<Package> pairs;
    for (size_t i = 0; i + 1 < below.size(); i += 2) {
      pairs.push_back({below[i].weight + below[i + 1].weight, -1, static_cast<int>(i),
                       static_cast<int>(i + 1)});
    }
    std::vector<Package> merged;
    merged.reserve(leaves.size() + pairs.size());
    std::merge(leaves.begin(), leaves.end(), pairs.begin(), pairs.end(), std::back_inserter(merged),
               lighter);
    levels.push_back(std::move(merged));
  }
  for (size_t i = 0; i < 2 * leaves.size() - 2; ++i) {
    CountLeaves(levels, levels.size() - 1, static_cast<int>(i), lengths);
  }
  return lengths;
}

uint32_t Crc32(ByteSpan bytes, uint32_t before) {
  static const std::array<uint32_t, 256> kTable = MakeCrcTable();
  uint32_t c = ~before;
  for (const uint8_t byte : bytes) c = kTable[(c ^ byte) & 255] ^ (c >> 8);
  return ~c;
}

}  // namespace meander
