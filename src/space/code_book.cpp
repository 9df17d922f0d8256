// See code_book.h. Sums run in one order, so that native and wasm agree bit for bit.
#include "space/code_book.h"

#include <cmath>

namespace meander {

std::vector<float> CentredRow(const CodeBook& book, std::span<const float> unit) {
  std::vector<float> row(book.dim);
  double squares = 0;
  for (uint32_t i = 0; i < book.dim; ++i) {
    row[i] = unit[i] - book.mean[i];
    squares += double{row[i]} * row[i];
  }
  const double length = std::sqrt(squares);
  for (float& value : row) value = length > 1e-6 ? static_cast<float>(value / length) : 0.f;
  return row;
}

std::vector<float> TurnedRow(const CodeBook& book, std::span<const float> centred) {
  if (book.turn_codes.empty()) return {centred.begin(), centred.end()};
  std::vector<float> row(book.dim);
  for (uint32_t i = 0; i < book.dim; ++i) {
    float sum = 0;
    for (uint32_t k = 0; k < book.dim; ++k) {
      sum += static_cast<float>(book.turn_codes[size_t{i} * book.dim + k]) * centred[k];
    }
    row[i] = sum * book.turn_scales[i];
  }
  return row;
}

std::vector<uint8_t> CodesOfRow(const CodeBook& book, std::span<const float> turned) {
  std::vector<uint8_t> codes(book.parts);
  const uint32_t part_dim = book.part_dim();
  for (uint32_t part = 0; part < book.parts; ++part) {
    float best = INFINITY;
    for (uint32_t code = 0; code < kCentroids; ++code) {
      const auto centroid = book.Centroid(part, code);
      float distance = 0;
      for (uint32_t i = 0; i < part_dim; ++i) {
        const float apart =
            turned[part * part_dim + i] - static_cast<float>(centroid[i]) * book.scales[part];
        distance += apart * apart;
      }
      if (distance < best) {
        best = distance;
        codes[part] = static_cast<uint8_t>(code);
      }
    }
  }
  return codes;
}

std::vector<float> RowOfCodes(const CodeBook& book, std::span<const uint8_t> codes) {
  std::vector<float> row;
  row.reserve(book.dim);
  for (uint32_t part = 0; part < book.parts; ++part) {
    for (const int8_t value : book.Centroid(part, codes[part])) {
      row.push_back(static_cast<float>(value) * book.scales[part]);
    }
  }
  return row;
}

}  // namespace meander
