// What "How this was worked out, and where it fails" tells beside the figures of `check`: what
// other ways of flattening keep, what one article keeps, what each topic keeps, and whom spelling
// misled.
#pragma once

#include <cstdint>
#include <vector>

#include "cli/opened_pack.h"
#include "space/vector_table.h"

namespace meander {

// Of a layout over all items, k = 10; as in make/quality.h.
struct LayoutMeasures {
  double trustworthiness = 0, knn_recall_10 = 0;
};
LayoutMeasures MeasureLayout(const OpenedPack& pack, const std::vector<float>& rows,
                             const Positions& positions, int threads);
// The same places dealt out anew, from a fixed seed.
Positions Shuffled(const Positions& positions);
// Where the rows fall without any layout (make/layout.h).
Positions PlainPositions(const std::vector<float>& rows, uint32_t dim);

struct NearOne {
  uint32_t item = 0;
  float cosine = 0;
  bool is_near = false;  // among the ten nearest on the map
};
// The ten true neighbours of `item`, best first; `on_map`: map_count nearest on the map an item.
std::vector<NearOne> TenOf(const OpenedPack& pack, const std::vector<uint32_t>& on_map,
                           uint32_t map_count, uint32_t item);

struct TopicMeasures {
  uint32_t items = 0;        // whose topic the source gave
  double recall = 0;         // share of ten true neighbours among the ten nearest on the map
  double among_its_own = 0;  // share whose ten nearest on the map name the topic, by majority
};
std::vector<TopicMeasures> MeasureTopics(const OpenedPack& pack,
                                         const std::vector<uint32_t>& on_map, uint32_t map_count);

// Neighbours that the pack marks as near by spelling. The article with the closest two or more of
// them; `alike` is empty where there is none.
struct SpellingCase {
  uint32_t item = 0;
  std::vector<Neighbor> alike;  // best first, two at most
};
SpellingCase FindSpellingCase(const OpenedPack& pack);

}  // namespace meander
