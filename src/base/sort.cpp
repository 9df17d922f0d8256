// See sort.h.
#include "base/sort.h"

#include <algorithm>

namespace meander {

// By heap: lists are short, and the smallest come by the same code.
void SortNumbers(std::span<uint64_t> numbers) { SortSmallest(numbers, numbers.size()); }

void SortSmallest(std::span<uint64_t> numbers, size_t count) {
  std::ranges::partial_sort(numbers, numbers.begin() + std::min(numbers.size(), count));
}

}  // namespace meander
