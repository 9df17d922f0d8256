// True neighbours of every article and its place on the map. The only file of this room that meets
// libraries which throw (Eigen, qdtsne from assorthead); its doors return values all the same.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/error.h"
#include "pack/sections.h"
#include "space/point.h"
#include "space/vector_table.h"

namespace meander {

// The exact `count` nearest of each of the unit rows (rows.size() / dim of them) by cosine, best
// first, ties by smaller item, without the row itself: blocks of a matrix product, every core.
NeighborLists ExactNeighbors(std::span<const float> rows, uint32_t dim, uint32_t count,
                             int threads);

struct LayoutOptions {
  uint64_t seed = 1;  // jitters the start, so that stability can be measured; 1 = none
  double perplexity = 30;
  int iterations = 500;
  int early_iterations = 125;  // exaggerated twelvefold
  // A second run of `late_iterations` goes on from the first one's places with everything that
  // attracts made stronger, so that what belongs together draws together: islands. 0: none.
  int late_iterations = 0;
  double late_exaggeration = 1.5;
};

// t-SNE (van der Maaten and Hinton 2008, Barnes–Hut) from the first two principal components,
// learning rate N/12 (Belkina et al. 2019). `neighbors` needs about 3 × perplexity per item.
// Centred, turned so that the principal axis lies across, scaled into [-0.96, 0.96]. `progress` may
// return false to stop.
Result<std::vector<Point2>> LayOut(std::span<const float> rows, uint32_t dim,
                                   const NeighborLists& neighbors, const LayoutOptions& options,
                                   int threads, const std::function<bool(double)>& progress);

}  // namespace meander
