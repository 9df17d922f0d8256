// Encoding many texts on every core, natively only: one encoder a thread over the same weights.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/error.h"
#include "net/weights.h"

namespace meander {

// Row i of `rows` (kWidth floats each) becomes the unit vector of texts[i]. `progress` is called
// from one thread with the share done and may return false to stop (kCancelled). The result does
// not depend on `threads`.
Result<void> EncodeMany(const Weights& weights, std::span<const std::vector<int32_t>> texts,
                        int threads, std::span<float> rows,
                        const std::function<bool(double share)>& progress);

}  // namespace meander
