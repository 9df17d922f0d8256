// Sorting that travels light: one sort of 64-bit numbers for the whole program, and what else has
// to be put in order turned into such numbers. Each std::sort of another type is two kilobytes more
// of wasm.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace meander {

void SortNumbers(std::span<uint64_t> numbers);
// Only the `count` smallest, before all others.
void SortSmallest(std::span<uint64_t> numbers, size_t count);

template <class Number>
void SortNumbers(std::vector<Number>& numbers) {
  std::vector<uint64_t> wide(numbers.begin(), numbers.end());
  SortNumbers(std::span(wide));
  for (size_t i = 0; i < wide.size(); ++i) numbers[i] = static_cast<Number>(wide[i]);
}

// By key(item), a uint32_t, the smallest first; those with equal keys stay as they are.
template <class T, class Key>
void StableSortByKey(std::span<T> items, Key key) {
  std::vector<uint64_t> order(items.size());
  for (size_t i = 0; i < items.size(); ++i) order[i] = uint64_t{uint32_t{key(items[i])}} << 32 | i;
  SortNumbers(std::span(order));
  const std::vector<T> before(items.begin(), items.end());
  for (size_t i = 0; i < items.size(); ++i) items[i] = before[static_cast<uint32_t>(order[i])];
}

}  // namespace meander
