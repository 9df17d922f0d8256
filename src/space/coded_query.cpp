// See coded_query.h.
#include "space/coded_query.h"

#include <algorithm>
#include <cmath>

namespace meander {

CodedQuery::CodedQuery(const CodeBook& book, std::span<const float> unit) : book_(book) {
  const std::vector<float> query = TurnedRow(book, CentredRow(book, unit));
  const uint32_t part_dim = book.part_dim();
  along_.resize(size_t{book.parts} * kCentroids);
  squares_.resize(along_.size());
  for (uint32_t part = 0; part < book.parts; ++part) {
    for (uint32_t c = 0; c < kCentroids; ++c) {
      const std::span<const int8_t> centroid = book.Centroid(part, c);
      float dot = 0, square = 0;
      for (uint32_t i = 0; i < part_dim; ++i) {
        const float value = static_cast<float>(centroid[i]) * book.scales[part];
        dot += value * query[part * part_dim + i];
        square += value * value;
      }
      along_[part * kCentroids + c] = dot;
      squares_[part * kCentroids + c] = square;
    }
  }
}

CodedQuery::Closeness CodedQuery::To(std::span<const uint8_t> codes) const {
  float dot = 0, square = 0;
  for (uint32_t part = 0; part < book_.parts; ++part) {
    dot += along_[part * kCentroids + codes[part]];
    square += squares_[part * kCentroids + codes[part]];
  }
  return {dot, dot / std::sqrt(std::max(square, 1e-9f))};
}

}  // namespace meander
