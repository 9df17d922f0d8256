// See line_space.h. Floats appear only where one order of plain operations makes them equal
// everywhere.
#include "space/line_space.h"

#include <algorithm>
#include <cmath>

#include "space/whole.h"

namespace meander {
namespace {

// Kept out of the scan, as lengths are: copies of them would weigh more than the scan itself.
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

[[gnu::noinline]] double LengthOf(const GramCode& code) {
  int32_t squares = 0;
  for (const int8_t value : code) squares += value * value;
  return std::sqrt(static_cast<double>(squares));
}

int32_t CosineOf(const MixedRow& a, const MixedRow& b) {
  int32_t sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += int32_t{a[i]} * int32_t{b[i]};
  return sum >> 10;  // 2²⁴ for 1
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

}  // namespace meander
