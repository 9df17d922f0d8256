// See line_space.h. Floats appear only where one order of plain operations makes them equal
// everywhere.
#include "space/line_space.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

int32_t Round(double value) { return static_cast<int32_t>(std::floor(value + 0.5)); }

// Kept out of the scan, where copies of them would weigh more than the scan itself.
[[gnu::noinline]] double LengthOf(const GramCode& code) {
  int32_t squares = 0;
  for (const int8_t value : code) squares += value * value;
  return std::sqrt(static_cast<double>(squares));
}

[[gnu::noinline]] int32_t Dot(const GramCode& a, const GramCode& b) {
  int32_t sum = 0;
  for (uint32_t i = 0; i < kGramDim; ++i) sum += a[i] * b[i];
  return sum;
}

// Cosine of two gram codes, the first's length known.
int32_t CosineOfCodes(const GramCode& a, double length_of_a, const GramCode& b) {
  const double lengths = length_of_a * LengthOf(b);
  return lengths == 0 ? 0 : Round(Dot(a, b) * (kCosineOne / lengths));
}

int16_t Within16(int32_t cosine) {
  return static_cast<int16_t>(std::clamp(cosine, -kCosineOne, kCosineOne));
}

}  // namespace

int32_t CosineOf(const MixedRow& a, const MixedRow& b) {
  int32_t sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += int32_t{a[i]} * int32_t{b[i]};
  return sum >> 10;  // 2²⁴ for 1
}

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

void LineSpace::CosinesToTwo(const LineQuery& a, const LineQuery& b, SpaceShares shares,
                             uint32_t first, uint32_t last,
                             std::vector<std::pair<int16_t, int16_t>>& cosines) const {
  // Both queries' products side by side in one 64-bit number: one load and one addition serve both.
  std::vector<int64_t> both;
  if (shares.meaning > 0) {
    const std::vector<int32_t> of_a = Products(a.meaning), of_b = Products(b.meaning);
    both.resize(of_a.size());
    for (size_t i = 0; i < both.size(); ++i)
      both[i] = int64_t{of_b[i]} * (int64_t{1} << 32) + of_a[i];
  }
  const double spelling_a = LengthOf(a.spelling), spelling_b = LengthOf(b.spelling);
  const double sound_a = LengthOf(a.sound), sound_b = LengthOf(b.sound);
  const uint32_t parts = book_.parts;
  cosines.reserve(cosines.size() + (last - first));
  for (uint32_t line = first; line < last; ++line) {
    int32_t to_a = 0, to_b = 0;
    if (shares.meaning > 0) {
      int64_t sum = 0;
      const uint8_t* codes = &codes_[size_t{line} * parts];
      for (uint32_t part = 0; part < parts; ++part) sum += both[part * kCentroids + codes[part]];
      const auto low = static_cast<int32_t>(sum);
      const auto high = static_cast<int32_t>((sum - low) >> 32);
      const int64_t stretch = stretches_[line];
      to_a += shares.meaning * Within16(static_cast<int32_t>((low * stretch) >> 14));
      to_b += shares.meaning * Within16(static_cast<int32_t>((high * stretch) >> 14));
    }
    if (shares.spelling > 0) {
      to_a += shares.spelling * CosineOfCodes(a.spelling, spelling_a, spelling_[line]);
      to_b += shares.spelling * CosineOfCodes(b.spelling, spelling_b, spelling_[line]);
    }
    if (shares.sound > 0) {
      to_a += shares.sound * CosineOfCodes(a.sound, sound_a, sound_[line]);
      to_b += shares.sound * CosineOfCodes(b.sound, sound_b, sound_[line]);
    }
    cosines.emplace_back(Within16(to_a / 100), Within16(to_b / 100));
  }
}

MixedRow LineSpace::Mix(std::span<const float> meaning, const GramCode& spelling,
                        const GramCode& sound, SpaceShares shares) const {
  MixedRow row;
  if (shares.meaning > 0) {
    double squares = 0;
    for (const float value : meaning) squares += double{value} * value;
    const double factor =
        squares > 0 ? kMixedOne * std::sqrt(shares.meaning / 100.0) / std::sqrt(squares) : 0;
    for (const float value : meaning) row.push_back(static_cast<int16_t>(Round(value * factor)));
  }
  const auto append = [&](const GramCode& code, int share) {
    if (share == 0) return;
    const double length = LengthOf(code);
    const double factor = length > 0 ? kMixedOne * std::sqrt(share / 100.0) / length : 0;
    for (const int8_t value : code) row.push_back(static_cast<int16_t>(Round(value * factor)));
  };
  append(spelling, shares.spelling);
  append(sound, shares.sound);
  row.resize((row.size() + 15) / 16 * 16);
  return row;
}

MixedRow LineSpace::RowOf(uint32_t line, SpaceShares shares) const {
  std::vector<float> meaning;
  if (shares.meaning > 0) {
    meaning = RowOfCodes(book_, std::span(codes_).subspan(size_t{line} * book_.parts, book_.parts));
  }
  return Mix(meaning, shares.spelling > 0 ? spelling_[line] : GramCode{},
             shares.sound > 0 ? sound_[line] : GramCode{}, shares);
}

MixedRow LineSpace::RowOf(const LineQuery& query, SpaceShares shares) const {
  return Mix(query.meaning, query.spelling, query.sound, shares);
}

}  // namespace meander
