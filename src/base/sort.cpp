// See sort.h.
#include "base/sort.h"

#include <algorithm>

namespace meander {

void SortNumbers(std::span<uint64_t> numbers) { std::ranges::sort(numbers); }

void SortSmallest(std::span<uint64_t> numbers, size_t count) {
  std::ranges::partial_sort(numbers, numbers.begin() + std::min(numbers.size(), count));
}

}  // namespace meander
