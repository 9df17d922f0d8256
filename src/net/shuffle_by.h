// Puts numbers into another order by a seeded generator (Fisher and Yates, Durstenfeld's form): the
// same seed gives the same order everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "base/rng.h"

namespace meander {

template <class T>
void ShuffleBy(Rng& rng, std::span<T> values) {
  for (size_t i = values.size(); i > 1; --i) {
    std::swap(values[i - 1], values[rng.Below(static_cast<uint32_t>(i))]);
  }
}

}  // namespace meander
