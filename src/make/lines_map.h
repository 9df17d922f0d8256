// Places for very many lines: some of them are laid out as ideas are, every other stands among its
// nearest of those. A tenth of the time, and a map of lines is looked at from afar.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/error.h"
#include "make/layout.h"
#include "space/point.h"

namespace meander {

// One place a row. `most_laid_out` of them, at even distances, go through LayOut (all when there
// are no more); the result does not depend on `threads`. `progress` may return false to stop.
Result<std::vector<Point2>> PlaceLines(std::span<const float> rows, uint32_t dim,
                                       uint32_t most_laid_out, const LayoutOptions& options,
                                       int threads, const std::function<bool(double)>& progress);

}  // namespace meander
