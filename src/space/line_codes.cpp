// What a space of lines holds, and what a question looks up in it; done once a line or a question,
// so that it is compiled for size.
#include <cmath>

#include "space/line_space.h"
#include "space/whole.h"

namespace meander {

void LineSpace::SetBook(CodeBook book) {
  book_ = std::move(book);
  count_ = 0;
  codes_.clear();
  stretches_.clear();
  part_squares_.clear();
  part_squares_.reserve(size_t{book_.parts} * kCentroids);
  for (uint32_t part = 0; part < book_.parts; ++part) {
    for (uint32_t code = 0; code < kCentroids; ++code) {
      float squares = 0;
      for (const int8_t value : book_.Centroid(part, code)) {
        squares += static_cast<float>(value * value);
      }
      part_squares_.push_back(squares * book_.scales[part] * book_.scales[part]);
    }
  }
}

void LineSpace::Add(std::span<const uint8_t> codes) {
  float squares = 0;
  for (uint32_t part = 0; part < book_.parts; ++part) {
    squares += part_squares_[part * kCentroids + codes[part]];
  }
  const double stretch = squares > 0.0625f ? kCosineOne / std::sqrt(static_cast<double>(squares))
                                           : 4.0 * kCosineOne - 1;
  codes_.insert(codes_.end(), codes.begin(), codes.end());
  stretches_.push_back(static_cast<uint16_t>(Round(stretch)));
  ++count_;
}

void LineSpace::Truncate(uint32_t count) {
  if (count_ > count) {
    count_ = count;
    codes_.resize(size_t{count} * book_.parts);
    stretches_.resize(count);
  }
  if (spelling_.size() > count) spelling_.resize(count);
  if (sound_.size() > count) sound_.resize(count);
}

void LineSpace::SetSpelling(uint32_t line, const GramCode& code) {
  if (spelling_.size() <= line) spelling_.resize(line + 1);
  spelling_[line] = code;
}

void LineSpace::SetSound(uint32_t line, const GramCode& code) {
  if (sound_.size() <= line) sound_.resize(line + 1);
  sound_[line] = code;
}

std::vector<int32_t> LineSpace::Products(std::span<const float> turned) const {
  std::vector<int32_t> products;
  products.reserve(size_t{book_.parts} * kCentroids);
  const uint32_t part_dim = book_.part_dim();
  for (uint32_t part = 0; part < book_.parts; ++part) {
    const std::span<const float> query = turned.subspan(size_t{part} * part_dim, part_dim);
    for (uint32_t code = 0; code < kCentroids; ++code) {
      const std::span<const int8_t> centroid = book_.Centroid(part, code);
      float sum = 0;
      for (uint32_t i = 0; i < part_dim; ++i) sum += query[i] * static_cast<float>(centroid[i]);
      products.push_back(Round(static_cast<double>(sum * book_.scales[part]) * kCosineOne));
    }
  }
  return products;
}

}  // namespace meander
