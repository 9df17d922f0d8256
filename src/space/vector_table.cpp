// See vector_table.h. All sums are integers, so the order of rows is the same natively and in wasm.
#include "space/vector_table.h"

#include <algorithm>
#include <cmath>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace meander {
namespace {

constexpr float kCodeLimit = 127;
// |query code| ≤ 8191 keeps dim * 127 * 8191 below 2³¹ for every dim up to 2064.
constexpr float kQueryLimit = 8191;
constexpr uint32_t kMaxDim = 2064;
static_assert(uint64_t{kMaxDim} * 127 * 8191 < (uint64_t{1} << 31));

float LargestMagnitude(std::span<const float> values) {
  float largest = 0;
  for (const float value : values) largest = std::max(largest, std::fabs(value));
  return largest;
}

#if defined(__wasm_simd128__)
v128_t LoadEight(const int8_t* at) { return wasm_i16x8_load8x8(at); }
v128_t LoadEight(const int16_t* at) { return wasm_v128_load(at); }
#endif

// Written out for wasm: a first question is answered before the browser has compiled this well, and
// what its quick compiler makes of two instructions for eight products is several times as fast as
// what it makes of clang's own eight.
template <class A>
int32_t DotOfCodes(const A* a, const int8_t* b, uint32_t dim) {
  int32_t sum = 0;
  uint32_t i = 0;
#if defined(__wasm_simd128__)
  v128_t sums = wasm_i32x4_splat(0);
  for (; i + 8 <= dim; i += 8) {
    sums = wasm_i32x4_add(sums, wasm_i32x4_dot_i16x8(LoadEight(a + i), LoadEight(b + i)));
  }
  sum = wasm_i32x4_extract_lane(sums, 0) + wasm_i32x4_extract_lane(sums, 1) +
        wasm_i32x4_extract_lane(sums, 2) + wasm_i32x4_extract_lane(sums, 3);
#pragma clang loop vectorize(disable) unroll(disable)  // a tail of at most seven
#endif
  for (; i < dim; ++i) sum += int32_t{a[i]} * int32_t{b[i]};
  return sum;
}

bool IsBetter(const Neighbor& a, const Neighbor& b) {
  return a.cosine != b.cosine ? a.cosine > b.cosine : a.item < b.item;
}

std::vector<Neighbor> BestOf(std::vector<Neighbor> all, uint32_t k) {
  const size_t kept = std::min<size_t>(k, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<ptrdiff_t>(kept), all.end(), IsBetter);
  all.resize(kept);
  return all;
}

}  // namespace

VectorTable EmptyTable(std::string encoder_id, uint32_t count, uint32_t dim) {
  return {std::move(encoder_id), count, dim, std::vector<int8_t>(size_t{count} * dim),
          std::vector<float>(count)};
}

VectorTable QuantizeRows(std::string encoder_id, uint32_t dim, std::span<const float> rows) {
  const auto count = static_cast<uint32_t>(dim == 0 ? 0 : rows.size() / dim);
  VectorTable table = EmptyTable(std::move(encoder_id), count, dim);
  for (uint32_t i = 0; i < table.count; ++i) {
    const std::span<const float> row = rows.subspan(size_t{i} * dim, dim);
    const float scale = LargestMagnitude(row) / kCodeLimit;
    table.scales[i] = scale;
    for (uint32_t j = 0; j < dim; ++j) {
      table.codes[size_t{i} * dim + j] =
          scale > 0 ? static_cast<int8_t>(std::lround(row[j] / scale)) : int8_t{0};
    }
  }
  return table;
}

float CosineOfRows(const VectorTable& table, uint32_t a, uint32_t b) {
  const int32_t sum = DotOfCodes(&table.codes[size_t{a} * table.dim],
                                 &table.codes[size_t{b} * table.dim], table.dim);
  return static_cast<float>(sum) * (table.scales[a] * table.scales[b]);
}

std::vector<Neighbor> Nearest(const VectorTable& table, std::span<const float> query, uint32_t k) {
  if (query.size() != table.dim || table.dim > kMaxDim) return {};
  const float scale = LargestMagnitude(query) / kQueryLimit;
  std::vector<int16_t> codes(table.dim, 0);
  for (uint32_t j = 0; j < table.dim && scale > 0; ++j) {
    codes[j] = static_cast<int16_t>(std::lround(query[j] / scale));
  }
  std::vector<Neighbor> all(table.count);
  for (uint32_t i = 0; i < table.count; ++i) {
    const int32_t sum = DotOfCodes(codes.data(), &table.codes[size_t{i} * table.dim], table.dim);
    all[i] = {i, static_cast<float>(sum) * (scale * table.scales[i])};
  }
  return BestOf(std::move(all), k);
}

std::vector<Neighbor> NearestToRow(const VectorTable& table, uint32_t item, uint32_t k) {
  std::vector<Neighbor> all;
  all.reserve(table.count);
  for (uint32_t i = 0; i < table.count; ++i) {
    if (i != item) all.push_back({i, CosineOfRows(table, item, i)});
  }
  return BestOf(std::move(all), k);
}

}  // namespace meander
