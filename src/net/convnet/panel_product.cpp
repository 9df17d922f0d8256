// See panel_product.h. Four places by eight outputs are kept in registers while the depth goes by;
// a block of places stays in the second cache while all panels pass.
#include "net/convnet/panel_product.h"

#include <cstddef>

#include "net/convnet/convnet_layout.h"
#include "net/convnet/convnet_weights.h"
#include "net/simd.h"

namespace meander {
namespace {

using simd::F4;

constexpr int kRows = 4;
constexpr size_t kBlockFloats = 48 * 1024;  // of the input: 192 kB

template <int kCount>
inline void Tile(const float* panel, int depth, const float* input, const ProductEnd& end,
                 int columns, size_t first, int column, float* output) {
  const float* at[kCount];
  F4 low[kCount], high[kCount];
  F4 bias_low = simd::Splat(0.f), bias_high = bias_low;
  if (end.bias != nullptr) {
    bias_low = simd::Load<F4>(end.bias + column);
    bias_high = simd::Load<F4>(end.bias + column + 4);
  }
  for (int r = 0; r < kCount; ++r) {
    at[r] = input + (first + size_t(r)) * size_t(depth);
    low[r] = bias_low;
    high[r] = bias_high;
  }
  for (int i = 0; i < depth; ++i) {
    const F4 left = simd::Load<F4>(panel + i * kPanelColumns);
    const F4 right = simd::Load<F4>(panel + i * kPanelColumns + 4);
    for (int r = 0; r < kCount; ++r) {
      const F4 x = simd::Splat(at[r][i]);
      low[r] += x * left;
      high[r] += x * right;
    }
  }
  const F4 zero = simd::Splat(0.f), most = simd::Splat(kClip);
  for (int r = 0; r < kCount; ++r) {
    const size_t to = (first + size_t(r)) * size_t(columns) + size_t(column);
    F4 a = low[r], b = high[r];
    if (end.add != nullptr) {
      a += simd::Load<F4>(end.add + to);
      b += simd::Load<F4>(end.add + to + 4);
    }
    if (end.clips) {
      a = simd::Min(simd::Max(a, zero), most);
      b = simd::Min(simd::Max(b, zero), most);
    }
    simd::Store(output + to, a);
    simd::Store(output + to + 4, b);
  }
}

}  // namespace

void MultiplyPanels(const float* panels, int depth, int columns, const float* input, int rows,
                    const ProductEnd& end, float* output) {
  const int fitting = static_cast<int>(kBlockFloats / size_t(depth)) / kRows * kRows;
  const int block = fitting < kRows ? kRows : fitting;
  for (int first = 0; first < rows;) {
    int last = first + block < rows ? first + block : rows;
    if (rows - last == 1) last = rows;  // no row by itself
    for (int column = 0; column < columns; column += kPanelColumns) {
      const float* const panel = panels + size_t(column) * size_t(depth);
      const auto tile = [&]<int kCount>(int row) {
        Tile<kCount>(panel, depth, input, end, columns, size_t(row), column, output);
      };
      int row = first;
      for (; last - row >= kRows + 2 || last - row == kRows; row += kRows) {
        tile.template operator()<kRows>(row);
      }
      if (last - row == kRows + 1) {  // 7 × 7 places are 44 and 5
        tile.template operator()<kRows + 1>(row);
        row = last;
      }
      for (; row < last; ++row) tile.template operator()<1>(row);
    }
    first = last;
  }
}

}  // namespace meander
